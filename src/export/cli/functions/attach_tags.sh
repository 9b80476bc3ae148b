# Attaches tags to what has the CRN. Those that it has already stay.
attach_tags() { # KIND TAGS
  local try
  if [[ -n $DRY_RUN ]]; then
    say "  would attach: $2"
    return
  fi
  for ((try = 1; ; try++)); do
    if ibm resource tag-attach --tag-type "$1" --tag-names "$2" --resource-id "$CRN" &&
      [[ $ANSWER != *'Incorrect Usage'* && $ANSWER != *FAILED* ]]; then
      return
    fi
    if [[ -z $BUSY ]] || ((try >= RETRY_LIMIT)); then
      stop "$PROBLEM"
    fi
    pause
  done
}
