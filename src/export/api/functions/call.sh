# Sends a request that may be sent twice, again while IBM Cloud is busy.
call() { # METHOD URL [CURL OPTION...]
  local try
  for ((try = 1; ; try++)); do
    if request "$@"; then
      return
    fi
    if [[ -z $BUSY ]] || ((try >= RETRY_LIMIT)); then
      stop "$PROBLEM"
    fi
    pause
  done
}
