# Waits until what was found in the last list, or created, is stable.
wait_listed() {
  local id=$FOUND state try
  [[ -z $DRY_RUN ]] || return 0
  for ((try = 1; ; try++)); do
    "${LOOK[@]}"
    state=$(jq -r --arg id "$id" '.[] | select(.id == $id).lifecycle_state' <<<"$ANSWER")
    case $state in
      stable) return ;;
      deleting | failed | suspended) stop "it is $state" ;;
      pending | updating | waiting) ;;
      *) say "  unknown state $state" ;;
    esac
    ((try < POLL_LIMIT)) || stop "it is still $state after $try looks"
    pause
  done
}
