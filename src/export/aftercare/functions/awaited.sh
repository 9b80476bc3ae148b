# Tells which gateways wait for the provider of their service, which is no difference.
awaited() {
  local gateway
  while IFS= read -r gateway; do
    [[ -z $gateway ]] || say "Endpoint gateway $gateway waits until the provider of its service admits it (access_pending)."
  done <<<"$(matched | jq -r '.plan[] | select(.kind == "gateway" and .found)
    | select(any(.found.lifecycle_reasons[]?; .code == "access_pending")).name | gsub("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"; " ")')"
}
