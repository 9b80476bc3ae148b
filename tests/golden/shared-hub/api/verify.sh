#!/usr/bin/env bash
# Plan: A VPC that shares a hub it does not own
# Content: c17ba280782a
# Written for: VPC API version 2026-10-06, bash 4.4 or later, curl, jq
# Region: eu-es. Account: not said by the plan, and not compared.
#
# Compares what there is with the plan, prints a sentence for each difference, and changes
# nothing. Exit status: 0 no difference, 1 differences, 2 it could not look.

if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] < 404)); then
  echo "Stopped: bash 4.4 or later is needed, and this is $BASH_VERSION." >&2
  exit 2
fi
set -eEuo pipefail
shopt -s inherit_errexit

POLL_SECONDS=${POLL_SECONDS:-5} # between two looks or tries
RETRY_LIMIT=${RETRY_LIMIT:-10}  # tries of one call while IBM Cloud is busy

IAM_API=${IBMCLOUD_IAM_API_ENDPOINT:-https://iam.cloud.ibm.com}
VPC_API=${IBMCLOUD_IS_NG_API_ENDPOINT:-https://eu-es.iaas.cloud.ibm.com/v1}
RESOURCE_API=${IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT:-https://resource-controller.cloud.ibm.com}
API_VERSION=2026-10-06
LOGGED_IN_AT='' # when the script got the token itself
DIFFERENT=71 # tells that there are differences
LOOKED_TAGS='' # lists of tags: a line of JSON each
LOOKED='' # lists of what there is: a line of JSON each

WHERE='before step 1'
RESUME='Nothing was changed.'
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

# Makes sure that a command is there.
need() { # COMMAND INSTALLATION
  command -v "$1" >/dev/null || stop "$1 is missing; to install it: $2"
}

# Waits before the next look or try: as long as IBM Cloud asked for, else POLL_SECONDS.
pause() {
  sleep "${RETRY_AFTER:-$POLL_SECONDS}"
  RETRY_AFTER=''
}

# Takes the token of IAM_TOKEN, or gets one for the key of IBMCLOUD_API_KEY.
# Neither is shown, nor is it an argument of any command.
log_in() {
  set +x
  if [[ -z ${IAM_TOKEN:-} || -n $LOGGED_IN_AT ]]; then
    [[ -n ${IBMCLOUD_API_KEY:-} ]] || stop 'set IBMCLOUD_API_KEY, or IAM_TOKEN to a ready token'
    IAM_TOKEN=$(printf '%s' "$IBMCLOUD_API_KEY" |
      curl --silent --show-error --fail --max-time 60 --header 'Accept: application/json' \
        --data-urlencode 'grant_type=urn:ibm:params:oauth:grant-type:apikey' \
        --data-urlencode apikey@- "$IAM_API/identity/token" | jq -er .access_token) ||
      stop 'IBM Cloud gave no token for the key'
    LOGGED_IN_AT=$SECONDS
  fi
  IAM_TOKEN=${IAM_TOKEN#Bearer }
  [[ $IAM_TOKEN =~ ^[A-Za-z0-9._~+/=-]+$ ]] || stop 'IAM_TOKEN is not a token'
}

# Sends one request: the answer is in ANSWER. Where it is refused, IBM Cloud's code,
# message and trace are in PROBLEM, and BUSY tells whether it could go better later. The
# token reaches curl by a descriptor, never by an argument.
request() { # METHOD URL [CURL OPTION...]
  local method=$1 url=$2 all head='' status words
  shift 2
  ANSWER='' PROBLEM='' BUSY='' RETRY_AFTER=''
  if ! all=$(curl --silent --show-error --globoff --path-as-is --include --max-time 60 --request "$method" "$@" \
    --header 'Accept: application/json' --write-out '\n%{http_code}' \
    --config <(printf 'header = "Authorization: Bearer %s"\n' "$IAM_TOKEN") "$url" 2>&1); then
    PROBLEM="no answer to $method $url"
    [[ ! $all =~ curl:[^$'\n']* ]] || PROBLEM+=" (${BASH_REMATCH[0]})"
    BUSY=yes
    return 1
  fi
  status=${all##*$'\n'}
  ANSWER=${all%$'\n'*}
  # A proxy can send a head of its own before the last one.
  while [[ $ANSWER == HTTP/* ]]; do
    head=${ANSWER%%$'\r\n\r\n'*}
    ANSWER=${ANSWER:${#head}+4}
  done
  [[ $status != 2?? ]] || return 0
  words=$(jq -er '([.errors[] | "\(.code): \(.message)"] | join("; ")) + " (trace: \(.trace // "none"))"' \
    <<<"$ANSWER" 2>/dev/null) || words=${ANSWER:0:500}
  PROBLEM="$method $url was answered with $status, $words"
  case $status in
    409 | 429 | 5??) BUSY=yes ;;
    401)
      # A token is good for an hour; a later refusal asks for a new one.
      if [[ -n $LOGGED_IN_AT ]] && ((SECONDS - LOGGED_IN_AT > 600)); then
        log_in
        BUSY=yes
      fi
      ;;
  esac
  if [[ ${head,,} =~ retry-after:[[:blank:]]*([0-9]{1,5}) ]]; then
    RETRY_AFTER=$((10#${BASH_REMATCH[1]} > 300 ? 300 : 10#${BASH_REMATCH[1]}))
  fi
  return 1
}

# Sends a request that may be sent twice, again while IBM Cloud is busy.
call() { # METHOD URL [CURL OPTION...]
  local try
  for ((try = 1; ; try++)); do
    if request "$@"; then
      return
    fi
    if [[ -z $BUSY ]] || ((try >= RETRY_LIMIT)); then
      stop "$PROBLEM"
    fi
    pause
  done
}

# Completes a path of the VPC API into URL.
vpc_url() { # PATH[?QUERY]
  local join='?'
  [[ $1 != *\?* ]] || join='&'
  URL="$VPC_API$1${join}version=$API_VERSION&generation=2"
}

# Reads from the VPC API into ANSWER.
show() { # PATH[?QUERY]
  vpc_url "$1"
  call GET "$URL"
}

# Lists a whole collection into ANSWER, page after page. In what is not there yet there
# is nothing.
fetch() { # PATH[?QUERY]
  local key=${1%%\?*} join='?' page next='' all=''
  key=${key##*/}
  ANSWER='[]'
  [[ $1 != *"$UNMADE"* ]] || return 0
  [[ $1 != *\?* ]] || join='&'
  while :; do
    show "$1${next:+${join}start=$next}"
    # The token of the next page, then each thing on a line.
    page=$(jq -r --arg key "$key" '
      (.next.href // "" | capture("[?&]start=(?<start>[^&]*)").start // ""), (.[$key][] | tojson)' <<<"$ANSWER")
    next=${page%%$'\n'*}
    all+=${page#"$next"}
    [[ -n $next ]] || break
  done
  all=${all#$'\n'}
  ANSWER="[${all//$'\n'/,}]"
}

# Lists resource groups into ANSWER.
list_groups() { # QUERY
  call GET "$RESOURCE_API/v2/resource_groups${1:+?$1}"
  ANSWER=$(jq -c .resources <<<"$ANSWER")
}

# Prints a text as one part of a path or query.
uri() {
  if [[ $1 =~ ^[-0-9A-Za-z_]+$ || $1 == "$UNMADE"* ]]; then
    printf '%s' "$1"
  else
    jq -rn --arg text "$1" '$text | if . == "." or . == ".." then gsub("\\."; "%2E") else @uri end'
  fi
}

# Lists into ANSWER what there is of one kind, in a VPC, or in a subnet of it.
list_kind() { # KIND [VPC [SUBNET]]
  local vpc
  vpc=$(uri "${2-}")
  case $1 in
    resource_group) list_groups '' ;;
    vpc) fetch /vpcs ;;
    address_prefix) fetch "/vpcs/$vpc/address_prefixes" ;;
    network_acl) fetch /network_acls ;;
    subnet) fetch "/subnets?vpc.id=$vpc" ;;
    security_group) fetch "/security_groups?vpc.id=$vpc" ;;
    dns_resolution_binding) fetch "/vpcs/$vpc/dns_resolution_bindings" ;;
    resource_binding) fetch "/endpoint_gateways/$(uri "$3")/resource_bindings" ;;
    gateway) fetch "/endpoint_gateways?vpc.id=$vpc" ;;
    reserved_ip) fetch "/subnets/$(uri "$3")/reserved_ips" ;;
  esac
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

# Tells which gateways wait for the provider of their service, which is no difference.
awaited() {
  local gateway
  while IFS= read -r gateway; do
    [[ -z $gateway ]] || say "Endpoint gateway $gateway waits until the provider of its service admits it (access_pending)."
  done <<<"$(matched | jq -r '.plan[] | select(.kind == "gateway" and .found)
    | select(any(.found.lifecycle_reasons[]?; .code == "access_pending")).name | gsub("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"; " ")')"
}

# Prints the differences, and ends the script where there are any.
verdict() {
  local found line count=0
  found=$(differences)
  awaited
  while IFS= read -r line; do
    [[ -n $line ]] || continue
    printf '%s.\n' "$line"
    count=$((count + 1))
  done <<<"$found"
  if ((count > 0)); then
    echo "Differences: $count."
    exit "$DIFFERENT"
  fi
  echo 'No difference.'
}

# Tells how the script is used.
usage() {
  cat <<'TEXT'
Usage: bash verify.sh [--help]

Compares what there is with the plan and prints a sentence for each difference. It
changes nothing.

It needs the tools and the environment that create.sh needs: see README.md.

Exit status: 0 no difference, 1 differences, 2 wrong arguments or it could not look,
129, 130 or 143 interrupted.
TEXT
}

# Reads the arguments.
arguments() { # ARGUMENT...
  [[ $# -gt 0 ]] || return 0
  if [[ $* == --help ]]; then
    usage
    exit 0
  fi
  usage >&2
  exit 2
}

# Turns what ended the script into its exit status.
on_exit() { # STATUS
  trap - EXIT
  case $1 in
    0) exit 0 ;;
    "$DIFFERENT") exit 1 ;;
    "$STOPPED") exit 2 ;;
    129 | 130 | 143) say "Interrupted $WHERE. $RESUME" ;;
    *)
      say "Stopped $WHERE: the script failed with status $1. $RESUME"
      exit 2
      ;;
  esac
  exit "$1"
}

arguments "$@"
trap 'on_error $? $LINENO' ERR
trap 'on_exit $?' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

need curl 'sudo apt-get install curl, or: brew install curl'
need jq 'sudo apt-get install jq, or: brew install jq'
log_in

# What the plan makes, and what it refers to: a line of JSON each.
plan() {
  cat <<'PLAN'
{"kind": "vpc", "ref": "VPC_ORDERS", "name": "orders", "enable_hub": false}
{"kind": "address_prefix", "vpc": "VPC_ORDERS", "name": "orders-1", "zone": "eu-es-1", "cidr": "10.61.0.0/18"}
{"kind": "address_prefix", "vpc": "VPC_ORDERS", "name": "orders-2", "zone": "eu-es-2", "cidr": "10.61.64.0/18"}
{"kind": "address_prefix", "vpc": "VPC_ORDERS", "name": "orders-3", "zone": "eu-es-3", "cidr": "10.61.128.0/18"}
{"kind": "subnet", "ref": "SUBNET_VPE_1", "name": "vpe-1", "vpc": "VPC_ORDERS", "zone": "eu-es-1", "cidr": "10.61.8.0/26"}
{"kind": "subnet", "ref": "SUBNET_VPE_2", "name": "vpe-2", "vpc": "VPC_ORDERS", "zone": "eu-es-2", "cidr": "10.61.72.0/26"}
{"kind": "subnet", "ref": "SUBNET_VPE_3", "name": "vpe-3", "vpc": "VPC_ORDERS", "zone": "eu-es-3", "cidr": "10.61.136.0/26"}
{"kind": "security_group", "ref": "SECURITY_GROUP_CLIENTS", "name": "clients", "vpc": "VPC_ORDERS"}
{"kind": "rule", "vpc": "VPC_ORDERS", "group": "SECURITY_GROUP_CLIENTS", "name": "https", "direction": "inbound", "protocol": "tcp", "remote": "10.0.0.0/8", "port_min": "443", "port_max": "443"}
{"kind": "dns_resolution_binding", "vpc": "VPC_ORDERS", "name": "orders-to-hub", "hub_crn": "crn:v1:bluemix:public:is:eu-es:a/aa2432b1fa4d4ace891e9b80fc104e34::vpc:r050-3f1c9a52-7d84-4b06-9e2f-5a8c0d7b6e14"}
{"kind": "gateway", "ref": "GATEWAY_ORDERS_COS", "name": "orders-cos", "vpc": "VPC_ORDERS", "target": "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.eu-es.cloud-object-storage.appdomain.cloud", "dns": "primary", "security_groups": ["SECURITY_GROUP_CLIENTS"]}
{"kind": "address", "gateway": "GATEWAY_ORDERS_COS", "zone": "eu-es-1", "subnet": "SUBNET_VPE_1", "name": "orders-cos-eu-es-1", "auto_delete": false}
{"kind": "address", "gateway": "GATEWAY_ORDERS_COS", "zone": "eu-es-2", "subnet": "SUBNET_VPE_2", "name": "orders-cos-eu-es-2", "auto_delete": false}
{"kind": "address", "gateway": "GATEWAY_ORDERS_COS", "zone": "eu-es-3", "subnet": "SUBNET_VPE_3", "name": "orders-cos-eu-es-3", "auto_delete": false}
PLAN
}

look_around
verdict

say 'Done.'
