# Prints a sentence for each difference between the plan and what is there.
differences() {
  { matched && printf '%s' "$LOOKED_TAGS"; } | jq -rn '
    def differs($what; $is; $wanted):
      if $is == $wanted then empty else "\($what) is \($is // "none"), not \($wanted)" end;
    input as {$plan, $is}
    | (reduce inputs as $in ({}; .[$in.of] = $in.items)) as $tags
    | (reduce $plan[] as $entry ({}; if $entry.ref then .[$entry.ref] = $entry else . end)) as $by
    | (reduce ($plan[] | select(.kind == "resolver")) as $entry ({}; .[$entry.vpc] = true)) as $delegated
    | (reduce ($plan[] | select(.kind == "address" or .kind == "binding")) as $entry ({};
        .[$entry.gateway] += [$entry])) as $addresses
    | (reduce ($is.subnet // {} | .[][]) as $subnet ({}; .[$subnet.id] = $subnet)) as $subnets
    | (reduce ($is.reserved_ip // {} | to_entries[]) as $list ({};
        reduce $list.value[] as $ip (.; .[$ip.id] = $ip + {subnet: $list.key}))) as $ips

    | def called: .name // .id;
      # Before there was a word for it, the DNS mode was told by booleans.
      def dns_mode:
        .dns_resolution_binding_mode // (
          if .allow_dns_resolution_binding == false then "disabled"
          elif .allow_resource_binding == true then "per_resource_binding"
          else "primary" end);
      def rule_by_traffic:
        "\(.direction) \(.protocol) \(if .direction == "inbound" then "from" else "to" end) "
          + if .remote_group then $by[.remote_group] | called else .remote end;
      def title:
        if .kind == "vpc" then "VPC \(called)"
        elif .kind == "gateway" then "Endpoint gateway \(called)"
        elif .kind == "dns_resolution_binding" then "DNS resolution binding \(called) of VPC \($by[.vpc] | called)"
        elif .kind == "resource_binding" then
          "Resource binding \(called) of endpoint gateway \($by[.bound_to] | called)"
        elif .kind == "resolver" then "VPC \($by[.vpc] | called)"
        elif .kind == "reserved_ip" then "Reserved IP \(called)"
        elif .kind == "rule" then
          "Rule \(.name // rule_by_traffic) of security group \($by[.group] | called)"
        elif .kind == "network_acl" then "Network ACL \(called)"
        elif .kind == "network_acl_rule" then "Rule \(called) of network ACL \($by[.acl] | called)"
        elif .kind == "tags" then "Endpoint gateway \($by[.gateway] | called)"
        elif .kind == "tags" or .kind == "change" then "Endpoint gateway \($by[.gateway] | called)"
        elif .gateway then "Address of endpoint gateway \($by[.gateway] | called) in \(.zone // "subnet \($by[.subnet] | called)")"
        else (.kind | gsub("_"; " ") | "\(.[:1] | ascii_upcase)\(.[1:])") + " \(called)"
        end;
      # What is in something that is missing is not told again.
      def here: [.vpc, .subnet, .acl, .group, .gateway, .reserved_ip, .bound_to] | all(.[] | values; $by[.].found);
      def zone: $subnets[.subnet_id].zone.name;

      def resource_group:
        (if .resource_group then $by[.resource_group].found
          else first($is.resource_group[""][] | select(.default == true or .default == "true")) end) as $wanted
        | select($wanted and .found.resource_group.id != $wanted.id)
        | "resource group is \(.found.resource_group.name), not \($wanted.name)";

      # Who answers the queries of a VPC, in words.
      def answers: if .type == "delegated" then "delegated to \(.vpc | called)" else .type // "none" end;
      def resolver:
        $by[.vpc].found.dns.resolver as $is
        | (if .hub then $by[.hub].found.id else .hub_crn end) as $hub
        | select(($is.type == "delegated" and ($is.vpc | .id == $hub or .crn == $hub)) | not)
        | "resolver is \($is | answers), not delegated to \(if .hub then $by[.hub] | called else .hub_crn end)";
      def vpc:
        differs("DNS hub"; .found.dns.enable_hub // false | tostring; .enable_hub | tostring),
        (select($delegated[.ref] | not) | .found.dns.resolver | select(.type == "delegated")
          | "resolver is \(answers), and in the plan IBM Cloud answers");

      def rule:
        differs("direction"; .found.direction; .direction),
        differs("protocol"; .found.protocol; .protocol),
        differs("remote"; .found.remote | .cidr_block // .address // .id; .remote),
        differs("first port"; .found.port_min // "none" | tostring; .port_min // "none"),
        differs("last port"; .found.port_max // "none" | tostring; .port_max // "none"),
        differs("ICMP type"; .found.type // "any"; "any");

      def acl_rule:
        def ports($side): "\(.[$side + "_port_min"] // 1) to \(.[$side + "_port_max"] // 65535)";
        differs("action"; .found.action; .action),
        differs("direction"; .found.direction; .direction),
        differs("protocol"; .found.protocol; .protocol),
        differs("source"; .found.source; .source),
        differs("destination"; .found.destination; .destination),
        differs("source ports"; .found | ports("source"); ports("source")),
        differs("destination ports"; .found | ports("destination"); ports("destination")),
        differs("ICMP type"; .found.type // "any"; "any"),
        ($by[.before // ""] as $next
          | select($next.found)
          | ($by[.acl].found.rules | map(.id)) as $order
          | .found.id as $id
          | select(($order | index($next.found.id)) < ($order | index($id)))
          | "it stands after rule \($next | called), not before it");

      def gateway:
        [.found.lifecycle_reasons[]?.code] as $codes
        | (if .security_groups == [] then [$by[.vpc].found.default_security_group]
            else [$by[.security_groups[]].found] end) as $groups
        | .found.security_groups as $attached
        | (select(.found.lifecycle_state != "stable" and ($codes | index("access_pending") | not))
            | "state is \(.found.lifecycle_state), not stable"
              + if $codes == [] then "" else " (\($codes | join(", ")))" end),
          differs("target"; .found.target | .crn // .name; .target),
          differs("DNS resolution binding mode"; .found | dns_mode; .dns),
          resource_group,
          ($groups[] | values | select(.id as $id | all($attached[]; .id != $id))
            | "security group \(.name) is not attached"),
          ($attached[] | select(.id as $id | all($groups[]; . and .id != $id))
            | "security group \(.name) is attached and not in the plan");

      # What was to change of a gateway that exists, and is as it was.
      def change:
        . as {$what, $value, $text}
        | $by[.gateway].found as $is
        | if $what == "dns" then differs("DNS resolution binding mode"; $is | dns_mode; $value)
          elif $what == "attach" then
            $by[.attach] | select(.found and (.found.id as $id | all($is.security_groups[]?; .id != $id)))
              | "security group \(called) is not attached"
          elif $what == "detach" then
            $is.security_groups[]? | select(.id == $value or ($value == "" and .name == $text))
              | "security group \(.name) is still attached"
          else
            $is.ips[]? | select(.id == $value or ($value == "" and .address == $text))
              | "address \(.address) (reserved IP \(.name)) is still bound"
          end;

      def address:
        (select($by[.subnet].exists and .zone) | differs("zone"; zone; .zone)),
        if .found.address == "0.0.0.0" then "the address is not there yet (0.0.0.0)"
        else
          (select(.address) | differs("address"; .found.address; .address)),
          differs("state"; .found.lifecycle_state // "stable"; "stable")
        end,
        (select(.kind == "address") | differs("auto_delete"; .found.auto_delete; .auto_delete));

      # An address that was renamed, or reserved in another subnet of its zone, is told as that.
      def addresses:
        . as $gateway
        | [.found.ips[]? | . + $ips[.id]] as $bound
        | [$addresses[.ref] // [] | .[] | select(here)] as $wanted
        | def is_bound: .found.id as $id | any($bound[]; .id == $id);
          reduce ($wanted[] | select(is_bound | not)) as $one (
            {told: [], free: [$bound[] | select(.id as $id | all($wanted[]; .found.id != $id))]};
            first(
              (.free[] | select($one.found == null and .subnet == $one.subnet_id)),
              (.free[] | select($one.found == null and $subnets[.subnet // ""].zone.name == $one.zone)),
              null) as $instead
            | .free -= [$instead]
            | .told += [$one | title + ": "
                + if .found then "reserved IP \(.found.name) is bound to \(.found.target.name // "nothing")"
                  elif $instead == null then "reserved IP \(.name) is missing"
                  elif $instead.subnet == .subnet_id then "reserved IP is \($instead.name), not \(.name)"
                  else "subnet is \($subnets[$instead.subnet].name), not \($subnets[.subnet_id].name)"
                  end])
        | .told[],
          ($wanted[] | select(is_bound) | title + ": " + address),
          (.free[] | select($gateway.exists | not)
            | "\($gateway | title): address \(.address) (reserved IP \(.name)) is bound and not in the plan");

      $plan[]
      | select(here)
      | if .kind == "address" or .kind == "binding" then empty
        elif .kind == "tags" then
          ($tags["\(.tag_type) \($by[.gateway].found.crn)"] | values | map(ascii_downcase)) as $attached
          | title + ": \(.tag_type) tag \(.tags[] | select([ascii_downcase] - $attached != [])) is missing"
        elif .kind == "resolver" then title + ": " + resolver
        elif .kind == "change" then title + ": " + change
        elif .found == null then title + " is missing"
        else
          title + ": " + (
            if .exists then select(.name and .id) | differs("name"; .found.name; .name)
            elif .kind == "gateway" then gateway
            elif .kind == "address_prefix" then
              differs("range"; .found.cidr; .cidr), differs("zone"; .found.zone.name; .zone)
            elif .kind == "rule" then rule
            elif .kind == "network_acl_rule" then acl_rule
            elif .kind == "resource_binding" then
              differs("bucket"; .found.target.crn; .target), differs("state"; .found.lifecycle_state; "stable")
            elif .kind == "dns_resolution_binding" then
              (if .hub then differs("hub"; .found.vpc.id; $by[.hub].found.id)
                else differs("hub"; .found.vpc.crn; .hub_crn) end),
              differs("state"; .found.lifecycle_state; "stable")
            else
              (select(.found.status) | differs("status"; .found.status; "available")),
              (select(.cidr) | differs("range"; .found.ipv4_cidr_block; .cidr)),
              (select(.zone) | differs("zone"; .found.zone.name; .zone)),
              (select(.acl) | differs("network ACL"; .found.network_acl.name; $by[.acl].found.name)),
              (select(.kind == "vpc") | vpc),
              resource_group
            end),
          (select(.kind == "gateway") | addresses)
        end
      | gsub("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"; " ")'
}
