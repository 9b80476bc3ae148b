# Removes one thing, or a binding, and waits until it is gone.
remove() { # DO KIND ID VPC PARENT GATEWAY
  local problem busy try
  for ((try = 1; ; try++)); do
    still_there "$@"
    if [[ $THERE == gone ]]; then
      say '  gone already'
      return
    fi
    if [[ $THERE == deleting ]] || try_remove "$@"; then
      break
    fi
    problem=$PROBLEM busy=$BUSY
    still_there "$@"
    [[ $THERE != gone ]] || return 0
    [[ -n $busy ]] || stop "$problem"
    ((try < RETRY_LIMIT)) || stop "$problem ($try tries)"
    say "  $problem"
    pause
  done
  for ((try = 1; ; try++)); do
    still_there "$@"
    [[ $THERE != gone ]] || return 0
    ((try < POLL_LIMIT)) || stop "it is still there after $try looks"
    pause
  done
}
