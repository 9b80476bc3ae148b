# Prints the plan as one value, each entry with what is there of it in `found`, beside
# the lists in LOOKED. Names are unique where they are looked for, as when creating.
matched() {
  { printf '%s' "$LOOKED" && plan; } | jq -cn '
    def same_rule($remote; $entry): .direction == $entry.direction and .protocol == $entry.protocol
      and (.remote | .cidr_block // .address // .id) == $remote
      and ([.port_min, .port_max] | map(. // "" | tostring)) == [$entry.port_min // "", $entry.port_max // ""]
      and .type == null and .code == null;
    def ports: [.source_port_min, .source_port_max, .destination_port_min, .destination_port_max];
    def same_acl_rule($entry):
      ([.action, .direction, .protocol, .source, .destination]
        == ($entry | [.action, .direction, .protocol, .source, .destination]))
      and ([ports, ($entry | ports)] | map([.[0] // 1, .[1] // 65535, .[2] // 1, .[3] // 65535] | map(tostring)) | .[0] == .[1])
      and .type == null and .code == null;
    reduce inputs as $in ({is: {}, by: {}, ids: {}, plan: []};
      if $in.list then
        .is[$in.list][$in.of] = $in.items
        | .by[$in.list][$in.of] = reduce $in.items[] as $item ({};
            .["name " + $item.name] += [$item] | .["id " + $item.id] += [$item])
      else
        .ids[$in.vpc // ""] as $vpc
        | .ids[$in.subnet // ""] as $subnet
        | .ids[$in.group // ""] as $group
        | .ids[$in.bound_to // ""] as $bound
        | .ids[$in.acl // ""] as $acl
        | (if $in.remote_group then .ids[$in.remote_group] else $in.remote end) as $remote
        | (if $in.reserved_ip then .ids[$in.reserved_ip] // "" else $in.id end) as $id
        | (if $id then "id " + $id else "name " + ($in.name // "") end) as $key
        | (if $in.kind == "resource_group" or $in.kind == "vpc" then .by[$in.kind][""][$key]
            elif $in.kind == "address" or $in.kind == "binding" or $in.kind == "reserved_ip" then
              .by.reserved_ip[$subnet // ""][$key]
            elif $in.kind == "rule" then
              [.by.security_group[$vpc // ""]["id " + ($group // "")][]?.rules[]
                | select(if $in.name then .name == $in.name else same_rule($remote; $in) end)]
            elif $in.kind == "network_acl_rule" then
              [.by.network_acl[$vpc // ""]["id " + ($acl // "")][]?.rules[]
                | select(if $id then .id == $id else .name == $in.name end)]
            elif $in.kind == "resource_binding" then .by.resource_binding[$bound // ""][$key]
            else .by[$in.kind][$vpc // ""][$key] end) as $found
        | if ($found | length) > 1 and ($in.kind != "rule") then
            "several of kind \($in.kind) are named \($in.name): \([$found[].id] | join(", "))\n" | halt_error(1)
          else . end
        | .plan += [$in + {n: (.plan | length | tostring), vpc_id: $vpc, subnet_id: $subnet, group_id: $group, bound_id: $bound,
            acl_id: $acl, remote: $remote, found: $found[0]}
            + if $in.kind == "rule" and $found[0] then {same: ($found[0] | same_rule($remote; $in))}
              elif $in.kind == "network_acl_rule" and $found[0] then {same: ($found[0] | same_acl_rule($in))} else {} end]
        | if $in.ref then .ids[$in.ref] = $found[0].id else . end
      end)
    | {plan, is}'
}
