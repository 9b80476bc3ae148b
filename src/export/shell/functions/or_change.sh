# Changes what was not found to be as wanted. Where the answer leaves open whether it was
# changed, or IBM Cloud is busy, it looks before each further try.
or_change() { # REQUEST...
  local try problem
  if [[ -n $FOUND ]]; then
    say '  as wanted already'
    return
  fi
  if [[ -n $DRY_RUN ]]; then
    tell "$@"
    return
  fi
  for ((try = 1; ; try++)); do
    if try_change "$@"; then
      say '  changed'
      return
    fi
    problem=$PROBLEM
    [[ -n $BUSY ]] || stop "$problem"
    say "  $problem"
    pause
    look_again
    if [[ -n $FOUND ]]; then
      say '  changed all the same'
      return
    fi
    ((try < RETRY_LIMIT)) || stop "$problem ($try tries)"
  done
}
