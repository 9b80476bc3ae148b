# Waits until the address of the reserved IP in ANSWER is known, and prints it with its
# place in the plan. Where its gateway waits for a provider, a minute is enough.
has_address() { # PLACE WHAT...
  local place=$1 limit=$POLL_LIMIT state holder line asked try
  shift
  for ((try = 1; ; try++)); do
    {
      read -r state
      read -r holder
      read -r line
    } < <(jq -r --arg place "$place" '
      (.address // "0.0.0.0") as $address
      | if (.lifecycle_state // "stable") != "stable" then .lifecycle_state
        elif $address == "0.0.0.0" then "pending" else "stable" end,
      .target.id // "none",
      ({place: $place, id, name} + if $address == "0.0.0.0" then {} else {address: $address} end | tojson)' <<<"$ANSWER")
    case $state in
      stable) break ;;
      deleting | failed | suspended) stop "its reserved IP is $state" ;;
      pending | updating | waiting) ;;
      *) say "  unknown state $state" ;;
    esac
    asked=''
    if [[ "$ASKED " == *" $holder "* ]]; then
      asked=yes
      ((limit < 12)) || limit=12
    fi
    if [[ -n $DRY_RUN ]] || ((try >= limit)); then
      [[ -n $DRY_RUN || -n $asked ]] || stop "its address is still not known after $try looks"
      say '  its address is not known yet'
      break
    fi
    pause
    show "$@"
  done
  printf '%s\n' "$line"
}
