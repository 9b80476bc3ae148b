# Waits until what a command shows is available.
wait_available() { # COMMAND...
  local status try
  for ((try = 0; try < POLL_LIMIT; try++)); do
    status=$(ic "$@" | jq -r .status)
    case $status in
      available) return ;;
      failed | deleting) stop "$* is $status" ;;
    esac
    sleep "$POLL_SECONDS"
  done
  stop "$* is still $status after $POLL_LIMIT looks"
}
