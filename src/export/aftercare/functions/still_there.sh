# Looks whether something is there, or a binding: THERE is there, deleting or gone.
still_there() { # DO KIND ID VPC PARENT GATEWAY
  local try
  for ((try = 1; ; try++)); do
    if try_look "$@"; then
      break
    fi
    ((try < RETRY_LIMIT)) || stop "$PROBLEM"
    pause
  done
  THERE=$(jq -r --arg id "$3" --arg gateway "$6" '
    first(.[]? | select(.id == $id and ($gateway == "" or .target.id == $gateway))
      | if (.lifecycle_state // .status) == "deleting" then "deleting" else "there" end) // "gone"' <<<"$ANSWER")
}
