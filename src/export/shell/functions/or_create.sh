# Creates what was not found, and leaves its ID in FOUND. Where the answer leaves open
# whether it was made, or IBM Cloud is busy or the VPC locked, it looks before each
# further try.
or_create() { # REQUEST...
  local try problem
  if [[ -n $FOUND ]]; then
    say "  there already, and kept: $FOUND"
    return
  fi
  if [[ -n $DRY_RUN ]]; then
    tell "$@"
    FOUND="$UNMADE$WHAT)"
    return
  fi
  for ((try = 1; ; try++)); do
    if try_create "$@"; then
      FOUND=$(jq -r '.id // ""' <<<"$ANSWER")
      [[ -n $FOUND ]] || stop "the answer has no ID: $ANSWER"
      say "  created: $FOUND"
      return
    fi
    problem=$PROBLEM
    [[ -n $BUSY ]] || stop "$problem"
    say "  $problem"
    pause
    look_again
    if [[ -n $FOUND ]]; then
      say "  created all the same: $FOUND"
      return
    fi
    ((try < RETRY_LIMIT)) || stop "$problem ($try tries)"
  done
}
