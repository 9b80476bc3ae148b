# Waits until a gateway is stable and its addresses are there. A Private Path
# request can wait for days for its provider, so that counts as done.
wait_gateway() { # GATEWAY
  local state try
  for ((try = 0; try < POLL_LIMIT; try++)); do
    state=$(vpc GET "/endpoint_gateways/$(uri "$1")" | jq -r '
      [.lifecycle_reasons[]?.code] as $codes
      | if .lifecycle_state == "stable" and all(.ips[]?; .address != "0.0.0.0") then "done"
        elif any($codes[]; . == "access_denied" or . == "access_expired") then "refused"
        elif any($codes[]; . == "access_pending") then "asked"
        else .lifecycle_state
        end')
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
