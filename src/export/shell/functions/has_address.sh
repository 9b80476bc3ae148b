# Waits until the address of the reserved IP in ANSWER is known, and prints it with its
# place in the plan. Where its gateway waits for a provider, a minute is enough.
has_address() { # PLACE WHAT...
  local place=$1 limit=$POLL_LIMIT asked='' holder state try
  shift
  holder=$(jq -r '.target.id // "none"' <<<"$ANSWER")
  if [[ "$ASKED " == *" $holder "* ]]; then
    asked=yes
    ((limit < 12)) || limit=12
  fi
  for ((try = 1; ; try++)); do
    state=$(jq -r '
      if (.lifecycle_state // "stable") != "stable" then .lifecycle_state
      elif (.address // "0.0.0.0") == "0.0.0.0" then "pending"
      else "stable"
      end' <<<"$ANSWER")
    case $state in
      stable) break ;;
      deleting | failed | suspended) stop "its reserved IP is $state" ;;
      pending | updating | waiting) ;;
      *) say "  unknown state $state" ;;
    esac
    if [[ -n $DRY_RUN || (-n $asked && $try -ge $limit) ]]; then
      say '  its address is not known yet'
      break
    fi
    ((try < limit)) || stop "its address is still not known after $try looks"
    pause
    show "$@"
  done
  jq -c --arg place "$place" '{place: $place, id, name, address}
    | if .address == "0.0.0.0" or .address == null then del(.address) else . end' <<<"$ANSWER"
}
