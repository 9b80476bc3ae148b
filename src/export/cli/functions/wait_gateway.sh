# Waits until a gateway is stable and its addresses are there. Asking a Private
# Path provider counts as done.
wait_gateway() { # GATEWAY VPC
  local state try
  for ((try = 0; try < POLL_LIMIT; try++)); do
    state=$(ic is endpoint-gateway "$1" --vpc "$2" | gateway_state)
    case $state in
      done) return ;;
      asked)
        say "Gateway $1 waits until its service's provider admits it (access_pending)."
        return
        ;;
      refused) stop "the service's provider does not admit gateway $1" ;;
      failed | deleting) stop "gateway $1 is $state" ;;
    esac
    sleep "$POLL_SECONDS"
  done
  stop "gateway $1 is still $state after $POLL_LIMIT looks"
}
