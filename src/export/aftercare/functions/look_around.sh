# Looks at everything that the plan names and at what stands beside it, into LOOKED.
look_around() {
  local all vpcs subnets gateways i
  WHERE='while looking around'
  LOOKED=''
  keep_list resource_group
  keep_list vpc
  all=$(matched)
  mapfile -d '' -t vpcs < <(jq -j '.plan[] | select(.kind == "vpc") | .found.id | values | ., "\u0000"' <<<"$all")
  for ((i = 0; i < ${#vpcs[@]}; i++)); do
    keep_list address_prefix "${vpcs[i]}"
    if [[ $all == *'"kind":"network_acl'* ]]; then
      keep_list network_acl "${vpcs[i]}"
    fi
    keep_list subnet "${vpcs[i]}"
    keep_list security_group "${vpcs[i]}"
    keep_list gateway "${vpcs[i]}"
    if [[ $all == *'"kind":"dns_resolution_binding"'* ]]; then
      keep_list dns_resolution_binding "${vpcs[i]}"
    fi
  done
  # The subnets of the plan, and those in which its gateways have addresses.
  all=$(matched)
  mapfile -d '' -t subnets < <(jq -j '[.plan[] | select(.found) | . as $entry
    | if .kind == "subnet" then [.vpc_id, .found.id]
      elif .kind == "gateway" then
        .found.ips[]?.href | capture("/subnets/(?<id>[^/]+)/") | [$entry.vpc_id, .id]
      else empty end] | unique[][] | ., "\u0000"' <<<"$all")
  mapfile -d '' -t gateways < <(jq -j '[.plan[] | select(.kind == "resource_binding" and .bound_id)
    | [.vpc_id, .bound_id]] | unique[][] | ., "\u0000"' <<<"$all")
  for ((i = 0; i < ${#gateways[@]}; i += 2)); do
    keep_list resource_binding "${gateways[i]}" "${gateways[i + 1]}"
  done
  for ((i = 0; i < ${#subnets[@]}; i += 2)); do
    keep_list reserved_ip "${subnets[i]}" "${subnets[i + 1]}"
  done
}
