#!/usr/bin/env bash
# Plan: What exists changes in place
# Content: ee61d270b7e9
# Written for: ibmcloud with plug-in vpc-infrastructure 16.0.0 or later, bash 4.4 or later, jq
# Region: eu-gb. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.
#
# Removes what the plan made: `bash teardown.sh --dry-run` tells what, `bash teardown.sh`
# asks and removes it. What existed before the plan stays, and so does what holds something
# that the plan did not make. Run it again after a failure: what is gone is passed over.

if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] < 404)); then
  echo "Stopped: bash 4.4 or later is needed, and this is $BASH_VERSION." >&2
  exit 1
fi
set -eEuo pipefail
shopt -s inherit_errexit

POLL_SECONDS=${POLL_SECONDS:-5} # between two looks or tries
POLL_LIMIT=${POLL_LIMIT:-360}   # looks at what is not ready yet before giving up
RETRY_LIMIT=${RETRY_LIMIT:-10}  # tries of one call while IBM Cloud is busy

export IBMCLOUD_COLOR=false IBMCLOUD_VERSION_CHECK=false IBMCLOUD_TRACE=false
YES=''
REMOVALS='' # what is to be removed: a line of JSON each
LOOKED='' # lists of what there is: a line of JSON each

DRY_RUN=''
WHERE='before step 1'
STEPS=0
RESUME='Run the script again to go on: what is gone is passed over.'
STOPPED=70 # tells an outer shell that an inner one has said why it stops
UNMADE='(the ID of ' # stands in a dry run where an ID is not known yet

# Tells how far the script is.
say() {
  printf '%s\n' "$*" >&2
}

# Ends the script with a reason, and says how to go on.
stop() { # REASON
  say "Stopped $WHERE: $*. $RESUME"
  exit "$STOPPED"
}

# Ends the script where a command fails that should not. What an inner shell has said
# already is not said again.
on_error() { # STATUS LINE
  case $1 in
    "$STOPPED" | 129 | 130 | 143) exit "$1" ;;
    *) stop "a command in line $2 failed with status $1" ;;
  esac
}

# Turns what ended the script into its exit status.
on_exit() { # STATUS
  trap - EXIT
  case $1 in
    0) ;;
    "$STOPPED") exit 1 ;;
    129 | 130 | 143) say "Interrupted $WHERE. $RESUME" ;;
    *) say "Stopped $WHERE: the script failed with status $1. $RESUME" ;;
  esac
  exit "$1"
}

# Makes sure that a command is there.
need() { # COMMAND INSTALLATION
  command -v "$1" >/dev/null || stop "$1 is missing; to install it: $2"
}

# Tells which step begins.
step() { # NUMBER NAME
  WHERE="at step $1 of $STEPS, $2"
  say "Step $1 of $STEPS: $2"
}

# Waits before the next look or try: as long as IBM Cloud asked for, else POLL_SECONDS.
pause() {
  sleep "${RETRY_AFTER:-$POLL_SECONDS}"
  RETRY_AFTER=''
}

# Makes sure of the VPC plug-in, of one version or later, and before another where one is named.
need_plug_in() { # FROM [BEFORE]
  local shown is update='ibmcloud plugin update vpc-infrastructure'
  if ! shown=$(ibmcloud plugin show vpc-infrastructure 2>&1) || [[ $shown != *vpc-infrastructure* ]]; then
    stop 'the plug-in vpc-infrastructure is missing; to install it: ibmcloud plugin install vpc-infrastructure'
  fi
  if [[ $shown =~ [Vv]ersion[^0-9$'\n']*([0-9]+\.[0-9]+(\.[0-9]+)?) ]]; then
    is=${BASH_REMATCH[1]}
    older "$is" "$1" && stop "the plug-in vpc-infrastructure is $is, and $1 or later is needed; to update it: $update"
    [[ -z ${2-} ]] || older "$is" "$2" ||
      stop "the plug-in vpc-infrastructure is $is, and this is written for one before $2; set the version in the plan and export again"
  else
    say "The version of the plug-in vpc-infrastructure could not be read; $1 or later is needed."
  fi
}

# Whether one version is older than another.
older() { # VERSION VERSION
  local is than
  IFS=. read -ra is <<<"$1"
  IFS=. read -ra than <<<"$2"
  (((is[0] * 1000 + is[1]) * 1000 + ${is[2]:-0} < (than[0] * 1000 + than[1]) * 1000 + ${than[2]:-0}))
}

# Runs ibmcloud once: its output is in ANSWER, and all that it said in PROBLEM. BUSY
# tells whether that reads as if it could go better later.
ibm() { # ARGUMENT...
  local all busy status
  all=$(
    { said=$(ibmcloud "$@") && code=0 || code=$?; } 2>&1
    printf '\036%s\036%s' "$code" "$said"
  )
  PROBLEM=${all%%$'\036'*}
  all=${all#*$'\036'}
  status=${all%%$'\036'*}
  ANSWER=${all#*$'\036'}
  PROBLEM="ibmcloud $1 $2 failed: $PROBLEM $ANSWER"
  PROBLEM=${PROBLEM//[[:space:]]/ }
  BUSY=''
  busy='locked|(^|[^_])conflict|too many|rate.?limit|internal.?(server.?)?error|unavailable|bad gateway|time.?out'
  busy+='|timed out|connection|no answer|unexpected eof|try again|(status|code)[^0-9]{1,8}(409|429|5[0-9][0-9])'
  if [[ ${PROBLEM,,} =~ $busy ]]; then
    BUSY=yes
  fi
  return "$status"
}

# Runs an ibmcloud command that answers with JSON, once. Errors can come with exit status
# 0 and on standard output, so what is no JSON is a failure.
run() { # ARGUMENT...
  ibm "$@" --output json && [[ $ANSWER =~ ^[[:space:]]*(\[|\{|null) ]]
}

# Runs an ibmcloud command that only looks: its JSON is in ANSWER. It tries again while
# IBM Cloud is busy.
show() { # ARGUMENT...
  local try
  for ((try = 1; ; try++)); do
    if run "$@"; then
      return
    fi
    if [[ -z $BUSY ]] || ((try >= RETRY_LIMIT)); then
      stop "$PROBLEM"
    fi
    pause
  done
}

# Lists things into ANSWER. In what is not there yet there is nothing.
fetch() { # ARGUMENT...
  ANSWER='[]'
  if [[ $* != *"$UNMADE"* ]]; then
    show "$@"
    [[ $ANSWER != null ]] || ANSWER='[]'
  fi
}

# Makes sure of the region, and of the account where one is given. A dry run does not
# select the region: that would change the settings of ibmcloud.
target() { # REGION [ACCOUNT]
  local region account
  if [[ -z $DRY_RUN ]]; then
    ibm target -r "$1" || stop "$PROBLEM; to log in: ibmcloud login -r ${1@Q}"
  fi
  show target
  region=$(jq -r '.region.name // "none"' <<<"$ANSWER")
  [[ $region == "$1" ]] || stop "the region is $region, not ${1@Q}; to select it: ibmcloud target -r ${1@Q}"
  account=$(jq -r '.account.guid // "none"' <<<"$ANSWER")
  [[ $account == "${2-$account}" ]] || stop "logged in to account $account, not $2; to change it: ibmcloud target -c $2"
  say "Account $account, region $region."
}

# Leaves in LISTING the command that lists what there is of one kind, in a VPC, and in a
# subnet, ACL, group or gateway of it. That of ACLs is of all VPCs.
listing() { # KIND [VPC [PARENT]]
  case $1 in
    resource_group) LISTING=(resource groups) ;;
    vpc) LISTING=(is vpcs --all-resource-groups) ;;
    address_prefix) LISTING=(is vpc-address-prefixes "$2") ;;
    network_acl) LISTING=(is network-acls --all-resource-groups) ;;
    network_acl_rule) LISTING=(is network-acl-rules "$3" --vpc "$2") ;;
    subnet) LISTING=(is subnets --vpc "$2" --all-resource-groups) ;;
    security_group) LISTING=(is security-groups --vpc "$2" --all-resource-groups) ;;
    rule) LISTING=(is security-group-rules "$3" --vpc "$2") ;;
    dns_resolution_binding) LISTING=(is vpc-dns-resolution-bindings "$2") ;;
    resource_binding) LISTING=(is endpoint-gateway-resource-bindings "$3" --vpc "$2") ;;
    gateway) LISTING=(is endpoint-gateways --vpc "$2" --all-resource-groups) ;;
    reserved_ip) LISTING=(is subnet-reserved-ips "$3" --vpc "$2") ;;
  esac
}

# Lists what there is of one kind into ANSWER.
list_kind() { # KIND [VPC [PARENT]]
  listing "$@"
  fetch "${LISTING[@]}"
}

# Lists once where something is or was, into ANSWER. What vanishes while a list is read
# can make it fail.
try_look() { # DO KIND ID VPC PARENT GATEWAY
  listing "$2" "$4" "$5"
  run "${LISTING[@]}"
}

# Runs the command that deletes or unbinds something, once.
try_remove() { # DO KIND ID VPC PARENT GATEWAY
  case $1-$2 in
    unbind-*)
      ibm is endpoint-gateway-reserved-ip-unbind "$6" --vpc "$4" --rip "$3" --force &&
        [[ $ANSWER != *'Incorrect Usage'* && $ANSWER != *FAILED* ]]
      return
      ;;
    *-vpc) run is vpc-delete "$3" --force ;;
    *-address_prefix) run is vpc-address-prefix-delete "$4" "$3" --force ;;
    *-network_acl) run is network-acl-delete "$3" --vpc "$4" --force ;;
    *-network_acl_rule) run is network-acl-rule-delete "$5" "$3" --vpc "$4" --force ;;
    *-subnet) run is subnet-delete "$3" --vpc "$4" --force ;;
    *-security_group) run is security-group-delete "$3" --vpc "$4" --force ;;
    *-rule) run is security-group-rule-delete "$5" "$3" --vpc "$4" --force ;;
    *-dns_resolution_binding) run is vpc-dns-resolution-binding-delete "$4" "$3" --force ;;
    *-resource_binding) run is endpoint-gateway-resource-binding-delete "$5" "$3" --vpc "$4" --force ;;
    *-gateway) run is endpoint-gateway-delete "$3" --vpc "$4" --force ;;
    *-reserved_ip) run is subnet-reserved-ip-delete "$5" "$3" --vpc "$4" --force ;;
  esac && jq -e 'all(.[]?; .result != false)' >/dev/null <<<"$ANSWER"
}

# Lists what is there of one kind, and keeps the list as a line of LOOKED. Of network ACLs
# the list is that of all VPCs.
keep_list() { # KIND [VPC [SUBNET]]
  list_kind "$@"
  LOOKED+=$(jq -c --arg list "$1" --arg of "${3-${2-}}" '
    {list: $list, of: $of, items: (if $list == "network_acl" then map(select(.vpc.id == $of)) else . end)}' <<<"$ANSWER")$'\n'
}

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

# Tells what is removed and what stays, and asks.
confirm() {
  local stays answer=''
  REMOVALS=$(removals)
  stays=$(jq -r '.stays // empty' <<<"$REMOVALS")
  REMOVALS=$(jq -c 'select(.do)' <<<"$REMOVALS")
  STEPS=$(jq -s length <<<"$REMOVALS")
  if [[ -n $stays ]]; then
    say 'Of the plan these stay:'
    say "  ${stays//$'\n'/$'\n'  }"
  fi
  if ((STEPS == 0)); then
    say 'Nothing to remove.'
    exit 0
  fi
  say "To be removed, in this order:"
  jq -rs 'to_entries[] | "  \(.key + 1). \(.value.title)"' <<<"$REMOVALS" >&2
  [[ -z $DRY_RUN ]] || exit 0
  [[ -z $YES ]] || return 0
  [[ -t 0 ]] || stop 'nobody can be asked, so nothing was removed; --yes removes without asking'
  read -r -p "Remove them? [y/N] " answer || answer=''
  case $answer in
    [yY] | [yY][eE][sS]) ;;
    *)
      say 'Nothing was removed.'
      exit 1
      ;;
  esac
}

# Looks whether something is there, or a binding: THERE is there, deleting or gone.
still_there() { # DO KIND ID VPC PARENT GATEWAY
  local try
  for ((try = 1; ; try++)); do
    if try_look "$@"; then
      break
    fi
    ((try < RETRY_LIMIT)) || stop "$PROBLEM"
    pause
  done
  THERE=$(jq -r --arg id "$3" --arg gateway "$6" '
    first(.[]? | select(.id == $id and ($gateway == "" or .target.id == $gateway))
      | if (.lifecycle_state // .status) == "deleting" then "deleting" else "there" end) // "gone"' <<<"$ANSWER")
}

# Removes one thing, or a binding, and waits until it is gone.
remove() { # DO KIND ID VPC PARENT GATEWAY
  local problem busy try
  for ((try = 1; ; try++)); do
    still_there "$@"
    if [[ $THERE == gone ]]; then
      say '  gone already'
      return
    fi
    if [[ $THERE == deleting ]] || try_remove "$@"; then
      break
    fi
    problem=$PROBLEM busy=$BUSY
    still_there "$@"
    [[ $THERE != gone ]] || return 0
    [[ -n $busy ]] || stop "$problem"
    ((try < RETRY_LIMIT)) || stop "$problem ($try tries)"
    say "  $problem"
    pause
  done
  for ((try = 1; ; try++)); do
    still_there "$@"
    [[ $THERE != gone ]] || return 0
    ((try < POLL_LIMIT)) || stop "it is still there after $try looks"
    pause
  done
}

# Removes what was confirmed, one after the other.
remove_all() {
  local line number=0 args
  while IFS= read -r line <&3; do
    number=$((number + 1))
    step "$number" "$(jq -r .title <<<"$line")"
    mapfile -d '' -t args < <(jq -j '.do, "\u0000", (.args[] | ., "\u0000")' <<<"$line")
    remove "${args[@]}"
  done 3<<<"$REMOVALS"
}

# Tells how the script is used.
usage() {
  cat <<'TEXT'
Usage: bash teardown.sh [--dry-run | --yes | --help]

Removes what the plan made, in the reverse order of its creation, after asking. What
existed before stays, and so does what holds something that the plan did not make. What
is gone already is passed over: after a failure, run it again.

  --dry-run  tells what would be removed and what would stay, changes nothing
  --yes      removes without asking

It needs the tools and the environment that create.sh needs: see README.md.

Exit status: 0 done, 1 stopped or not confirmed, 2 wrong arguments, 129, 130 or 143
interrupted.
TEXT
}

# Reads the arguments.
arguments() { # ARGUMENT...
  while (($# > 0)); do
    case $1 in
      --dry-run) DRY_RUN=yes ;;
      --yes) YES=yes ;;
      --help)
        usage
        exit 0
        ;;
      *)
        usage >&2
        exit 2
        ;;
    esac
    shift
  done
}

arguments "$@"
trap 'on_error $? $LINENO' ERR
trap 'on_exit $?' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

need jq 'sudo apt-get install jq, or: brew install jq'
need ibmcloud 'curl -fsSL https://clis.cloud.ibm.com/install/linux | sh'
need_plug_in 16.0.0
target eu-gb \
  7f2c4e91b0d84a6f9c3355e1a0b27d48

# What the plan makes, and what it refers to: a line of JSON each.
plan() {
  cat <<'PLAN'
{"kind": "vpc", "ref": "VPC_WEB", "name": "web", "id": "r018-4c7e1a90-52d3-4f8b-b6a1-90e37d5c2f14", "exists": true}
{"kind": "security_group", "ref": "SECURITY_GROUP_WEB_CLIENTS", "name": "web-clients", "vpc": "VPC_WEB"}
{"kind": "rule", "vpc": "VPC_WEB", "group": "SECURITY_GROUP_WEB_CLIENTS", "name": "https", "direction": "inbound", "protocol": "tcp", "remote": "10.242.0.0/16", "port_min": "443", "port_max": "443"}
{"kind": "gateway", "ref": "GATEWAY_WEB_KMS", "name": "web-kms", "id": "r018-d05b8f37-6e1c-4a92-8b40-7c93e2a6f518", "exists": true, "vpc": "VPC_WEB"}
{"kind": "subnet", "ref": "SUBNET_WEB_1", "name": "web-1", "id": "0787-1b6f0d34-8e2a-4c59-a7d0-35f9c1e8b604", "exists": true, "vpc": "VPC_WEB"}
{"kind": "subnet", "ref": "SUBNET_WEB_2", "name": "web-2", "id": "0797-6a2d9e05-b714-4830-9cf6-e18d4b07a253", "exists": true, "vpc": "VPC_WEB"}
{"kind": "change", "gateway": "GATEWAY_WEB_KMS", "what": "dns", "value": "primary"}
{"kind": "change", "gateway": "GATEWAY_WEB_KMS", "what": "attach", "attach": "SECURITY_GROUP_WEB_CLIENTS"}
{"kind": "change", "gateway": "GATEWAY_WEB_KMS", "what": "detach", "value": "r018-2f91c6d8-0b4e-4735-9da2-58c0e7f31b69", "text": "everyone"}
{"kind": "tags", "gateway": "GATEWAY_WEB_KMS", "tag_type": "user", "tags": ["team:web"]}
{"kind": "change", "gateway": "GATEWAY_WEB_KMS", "what": "unbind", "value": "0787-9e4c7b12-f308-4d6a-85b1-c27f60ea9d43", "text": "10.242.0.20"}
{"kind": "address", "gateway": "GATEWAY_WEB_KMS", "zone": "eu-gb-1", "subnet": "SUBNET_WEB_1", "name": "web-kms-eu-gb-1", "address": "10.242.0.8", "auto_delete": false}
{"kind": "address", "gateway": "GATEWAY_WEB_KMS", "zone": "eu-gb-2", "subnet": "SUBNET_WEB_2", "name": "web-kms-eu-gb-2", "auto_delete": false}
{"kind": "gateway", "ref": "GATEWAY_WEB_NTP", "name": "web-ntp", "id": "r018-83a0e6c4-1d7f-4b25-9f3c-06b5d8e72a91", "exists": true, "vpc": "VPC_WEB"}
{"kind": "change", "gateway": "GATEWAY_WEB_NTP", "what": "dns", "value": "disabled"}
{"kind": "change", "gateway": "GATEWAY_WEB_NTP", "what": "unbind", "value": "", "text": "10.242.64.30"}
{"kind": "address", "gateway": "GATEWAY_WEB_NTP", "zone": "eu-gb-1", "subnet": "SUBNET_WEB_1", "name": "web-ntp-eu-gb-1", "auto_delete": false}
PLAN
}

look_around
confirm
remove_all

say 'Done.'
