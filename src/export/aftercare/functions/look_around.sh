# Looks at everything that the plan names and at what stands beside it, into LOOKED.
look_around() {
  local all vpcs subnets i
  WHERE='while looking around'
  LOOKED=''
  keep_list resource_group
  keep_list vpc
  all=$(matched)
  mapfile -d '' -t vpcs < <(jq -j '.plan[] | select(.kind == "vpc") | .found.id | values | ., "\u0000"' <<<"$all")
  for ((i = 0; i < ${#vpcs[@]}; i++)); do
    keep_list address_prefix "${vpcs[i]}"
    keep_list subnet "${vpcs[i]}"
    keep_list security_group "${vpcs[i]}"
    keep_list gateway "${vpcs[i]}"
  done
  # The subnets of the plan, and those in which its gateways have addresses.
  all=$(matched)
  mapfile -d '' -t subnets < <(jq -j '[.plan[] | select(.found) | . as $entry
    | if .kind == "subnet" then [.vpc_id, .found.id]
      elif .kind == "gateway" then
        .found.ips[]?.href | capture("/subnets/(?<id>[^/]+)/") | [$entry.vpc_id, .id]
      else empty end] | unique[][] | ., "\u0000"' <<<"$all")
  for ((i = 0; i < ${#subnets[@]}; i += 2)); do
    keep_list reserved_ip "${subnets[i]}" "${subnets[i + 1]}"
  done
}
