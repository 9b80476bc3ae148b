# Waits until what is at a path is available.
wait_available() { # PATH
  local status try
  for ((try = 0; try < POLL_LIMIT; try++)); do
    status=$(vpc GET "$1" | jq -r .status)
    case $status in
      available) return ;;
      failed | deleting) stop "$1 is $status" ;;
    esac
    sleep "$POLL_SECONDS"
  done
  stop "$1 is still $status after $POLL_LIMIT looks"
}
