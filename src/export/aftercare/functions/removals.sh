# Prints what goes, in order, and what of the plan stays and why: a line of JSON each.
# Nothing goes that the plan did not make, nor what still holds such a thing.
removals() {
  matched | jq -c '
    . as {$plan, $is}
    | (reduce $plan[] as $entry ({}; if $entry.ref then .[$entry.ref] = $entry else . end)) as $by
    | (reduce ($is.reserved_ip // {} | .[][]) as $ip ({}; .[$ip.id] = $ip)) as $ips
    | (reduce ($plan[] | select(.kind == "address" and .found)) as $entry ({};
        .[$entry.found.id] = true)) as $addresses
    | (reduce ($plan[] | select(.kind == "network_acl_rule" and .same and (.exists | not))) as $entry ({};
        .[$entry.found.id] = true)) as $acl_rules
    | def made: .found and (.exists | not);
      # Whether what the plan made of one kind stays, by a reason or null: its input has
      # in .gone what goes before it.
      def judge($kind; reason):
        reduce ($plan[] | select(.kind == $kind and made)) as $one (.;
          (. as {$gone} | $one + {$gone} | reason) as $why
          | if $why then .stays[$one.n] = $why else .gone[$one.found.id] = true end);
      def unless_it_has(things): [things] | if . == [] then null else "it still has " + join(", ") end;
      def number: split(".") | reduce .[] as $byte (0; . * 256 + ($byte | tonumber));
      def is_in($range):
        ($range | split("/")) as [$net, $length]
        | (split("/")[0] | number) - ($net | number) | 0 <= . and . < pow(2; 32 - ($length | tonumber));

      {gone: {}, stays: {}}
      | judge("gateway";
          (.found.target | .crn // .name) as $target
          | if $target != .target then "its target is \($target), not \(.target)"
            else first(.found.ips[]? | select($addresses[.id] | not) | $ips[.id] | select(.auto_delete)
              | "reserved IP \(.name), which the plan did not make, would go with it (auto_delete)") // null
            end)
      | judge("resource_binding";
          if .found.target.crn != .target then "its bucket is \(.found.target.crn), not \(.target)" else null end)
      | judge("dns_resolution_binding";
          if $by[.vpc].found.dns.resolver.type == "delegated" then
            "the resolver of its VPC is delegated to the hub; set it back to system first"
          else null end)
      | judge("address";
          .found.target as $holder
          | ($holder.id == $by[.gateway].found.id) as $own
          | if $holder == null or .gone[$holder.id] or ($own and $by[.gateway].exists) then null
            elif $own then "its endpoint gateway stays"
            else "it is bound to \($holder.name)" end)
      | judge("rule"; if .same then null else "it admits something else than the plan says" end)
      | judge("security_group";
          . as {$gone, $found}
          | unless_it_has(
              (.found.targets[]? | select($gone[.id] | not) | "\(.resource_type // "target") \(.name)"),
              ($is.security_group[.vpc_id][] | . as $group | .rules[]? | select($gone[.id] | not)
                | select($group.id == $found.id or .remote.id == $found.id)
                | "rule \(.name // .id) of \($group.name)")))
      | judge("subnet";
          .gone as $gone
          | if .found.ipv4_cidr_block != .cidr then "its range is \(.found.ipv4_cidr_block), not \(.cidr)"
            else unless_it_has($is.reserved_ip[.found.id][]
              | select((.owner != "provider" or .target) and ($gone[.id] | not)) | "reserved IP \(.name)")
            end)
      | judge("network_acl";
          . as {$gone, $found}
          | unless_it_has(
              (.found.subnets[]? | select($gone[.id] | not) | "subnet \(.name)"),
              (.found.rules[]? | select($acl_rules[.id] | not) | "rule \(.name // .id)")))
      # Without some of its rules an ACL that stays would let through something else.
      | judge("network_acl_rule";
          if .same | not then "it says something else than the plan"
          elif ($by[.acl] | made) and (.gone[$by[.acl].found.id] | not) then "its network ACL stays"
          else null end)
      | judge("address_prefix";
          . as {$gone, $cidr}
          | if .found.cidr != .cidr then "its range is \(.found.cidr), not \(.cidr)"
            else unless_it_has($is.subnet[.vpc_id][]
              | select(($gone[.id] | not) and (.ipv4_cidr_block | is_in($cidr))) | "subnet \(.name)")
            end)
      | judge("vpc";
          . as {$gone, $found}
          | unless_it_has(
              ($is.gateway[.found.id][] | select($gone[.id] | not) | "endpoint gateway \(.name)"),
              ($is.security_group[.found.id][] | select($gone[.id] | not)
                | select(.id != $found.default_security_group.id) | "security group \(.name)"),
              ($is.network_acl[.found.id // ""][]? | select($gone[.id] | not)
                | select(.id != $found.default_network_acl.id) | "network ACL \(.name)"),
              ($is.subnet[.found.id][] | select($gone[.id] | not) | "subnet \(.name)"),
              ($is.dns_resolution_binding[.found.id // ""][]? | select($gone[.id] | not)
                | "DNS resolution binding \(.name)"),
              ($is.address_prefix[.found.id][] | select($gone[.id] | not)
                | select(.is_default | not) | "address prefix \(.name)")))
      | . as {$gone, $stays}

      | def plain: gsub("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"; " ");
        def called: .name // .id;
        def title:
          if .kind == "vpc" then "VPC \(called)"
          elif .kind == "gateway" then "endpoint gateway \(called)"
          elif .kind == "rule" then
            "rule \(.name // "\(.direction) \(.protocol)") of security group \($by[.group] | called)"
          elif .kind == "network_acl" then "network ACL \(called)"
          elif .kind == "network_acl_rule" then "rule \(called) of network ACL \($by[.acl] | called)"
          elif .kind == "dns_resolution_binding" then "DNS resolution binding \(called)"
          elif .gateway then "reserved IP \(.found.name) (\(.found.address))"
          else (.kind | gsub("_"; " ")) + " \(called)" end
          | plain;
        def action($do; $title):
          {do: $do, title: $title, args: [
            if .gateway then "reserved_ip" else .kind end, .found.id,
            .vpc_id // $by[.gateway // ""].vpc_id // "",
            .subnet_id // .group_id // .bound_id // .acl_id // "",
            if $do == "unbind" then $by[.gateway].found.id else "" end]};
        def addresses($gateway): $plan | reverse[] | select(.kind == "address" and .gateway == $gateway);
        def delete: select(made and $gone[.found.id]) | action("delete"; title);

        ($plan[] | select($stays[.n])
          | {stays: "\(title), \(.found.id): \($stays[.n] | plain)"}),
        ($plan | reverse[]
          | if .kind == "gateway" then delete, (select(.exists | not) | addresses(.ref) | delete)
            elif .kind == "address" or .kind == "binding" then
              select(.found and $by[.gateway].exists)
              | (select(.found.target.id == $by[.gateway].found.id)
                  | action("unbind"; "binding of \(title) to endpoint gateway \($by[.gateway] | called | plain)")),
                (select(.kind == "address") | delete)
            else delete end)'
}
