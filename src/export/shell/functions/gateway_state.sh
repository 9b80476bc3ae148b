# Reads a gateway and prints where it stands. A Private Path request can wait for
# days for its provider.
gateway_state() {
  jq -r '
    [.lifecycle_reasons[]?.code] as $codes
    | if .lifecycle_state == "stable" and all(.ips[]?; .address != "0.0.0.0") then "done"
      elif any($codes[]; . == "access_denied" or . == "access_expired") then "refused"
      elif any($codes[]; . == "access_pending") then "asked"
      else .lifecycle_state
      end'
}
