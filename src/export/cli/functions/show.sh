# Runs an ibmcloud command that only looks: its JSON is in ANSWER. It tries again while
# IBM Cloud is busy.
show() { # ARGUMENT...
  local try
  for ((try = 1; ; try++)); do
    if run "$@"; then
      return
    fi
    if [[ -z $BUSY ]] || ((try >= RETRY_LIMIT)); then
      stop "$PROBLEM"
    fi
    pause
  done
}
