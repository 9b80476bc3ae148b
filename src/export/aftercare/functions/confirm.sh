# Tells what is removed and what stays, and asks.
confirm() {
  local stays answer=''
  REMOVALS=$(removals)
  stays=$(jq -r '.stays // empty' <<<"$REMOVALS")
  REMOVALS=$(jq -c 'select(.do)' <<<"$REMOVALS")
  STEPS=$(jq -s length <<<"$REMOVALS")
  if [[ -n $stays ]]; then
    say 'Of the plan these stay:'
    say "  ${stays//$'\n'/$'\n'  }"
  fi
  if ((STEPS == 0)); then
    say 'Nothing to remove.'
    exit 0
  fi
  say "To be removed, in this order:"
  jq -rs 'to_entries[] | "  \(.key + 1). \(.value.title)"' <<<"$REMOVALS" >&2
  [[ -z $DRY_RUN ]] || exit 0
  [[ -z $YES ]] || return 0
  [[ -t 0 ]] || stop 'nobody can be asked, so nothing was removed; --yes removes without asking'
  read -r -p "Remove them? [y/N] " answer || answer=''
  case $answer in
    [yY] | [yY][eE][sS]) ;;
    *)
      say 'Nothing was removed.'
      exit 1
      ;;
  esac
}
