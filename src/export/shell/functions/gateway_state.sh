# Prints why the gateway in ANSWER is in its state.
gateway_reasons() {
  jq -r '[.lifecycle_reasons[]? | "\(.code): \(.message)"] | join("; ") | if . == "" then "no reason is given" else . end' <<<"$ANSWER"
}

# Prints where the gateway in ANSWER stands: its state, or the reason for it.
gateway_state() {
  jq -r '
    [.lifecycle_reasons[]?.code] as $codes
    | if .lifecycle_state == "stable" then
        if all(.ips[]?; .address != "0.0.0.0") then "stable" else "pending" end
      else
        first(("access_denied", "access_expired", "resource_suspended_by_provider", "internal_error",
          "access_pending", "dns_resolution_binding_pending") | select(. as $code | any($codes[]; . == $code)))
        // .lifecycle_state
      end' <<<"$ANSWER"
}
