# Waits until a gateway is stable and its addresses are known. A provider of a Private
# Path service can take days to admit it: having asked is enough.
wait_gateway() { # WHAT...
  local state try
  [[ -z $DRY_RUN ]] || return 0
  for ((try = 1; ; try++)); do
    show "$@"
    state=$(gateway_state)
    case $state in
      stable) return ;;
      access_pending)
        ASKED+=" $(jq -r .id <<<"$ANSWER")"
        say "  it waits until the provider of its service admits it (access_pending)"
        return
        ;;
      access_denied) stop "the provider of its service does not admit it (access_denied); delete the gateway to ask again" ;;
      access_expired) stop "the provider of its service did not answer in time (access_expired); delete the gateway to ask again" ;;
      resource_suspended_by_provider) stop "it was suspended by its provider (resource_suspended_by_provider)" ;;
      failed | internal_error) stop "it has failed ($(gateway_reasons)); delete it to have it created again" ;;
      suspended) stop "it is suspended ($(gateway_reasons))" ;;
      deleting) stop 'it is being deleted' ;;
      pending | updating | waiting | dns_resolution_binding_pending) ;;
      *) say "  unknown state $state" ;;
    esac
    ((try < POLL_LIMIT)) || stop "it is still $state after $try looks"
    pause
  done
}
