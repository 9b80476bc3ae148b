#!/usr/bin/env bash
# Plan: What exists is taken over
# Content: 3929e998fb24
# Written for: VPC API version 2026-10-06, bash, curl and jq
# Region: us-east. Account: 3f0c8a51d7e94b26a1c5e08d92b7f614.
# Run it again after a failure: what is there already is found and kept.

set -euo pipefail
POLL_SECONDS=${POLL_SECONDS:-5} # between two looks at what is not ready yet
POLL_LIMIT=${POLL_LIMIT:-360}   # looks before giving up

# Hosts: the public ones, unless the environment names others
IAM_API=${IBMCLOUD_IAM_API_ENDPOINT:-https://iam.cloud.ibm.com}
VPC_API=${IBMCLOUD_IS_NG_API_ENDPOINT:-https://us-east.iaas.cloud.ibm.com/v1}
RESOURCE_API=${IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT:-https://resource-controller.cloud.ibm.com}
API_VERSION=2026-10-06

# Ends the script with a reason.
stop() {
  printf 'Stopped: %s\n' "$*" >&2
  exit 1
}

# Tells how far the script is.
say() {
  printf '%s\n' "$*" >&2
}

# Reads a list and prints the id of the one that has a name, or nothing. Where a
# field is given, the one found must have that value there.
find_id() { # KIND NAME [FIELD VALUE]
  local list ids value
  list=$(cat)
  [[ -n $list ]] || exit 1
  ids=$(jq -r --arg name "$2" '.[] | select(.name == $name) | .id' <<<"$list") || exit 1
  if [[ $ids == *$'\n'* ]]; then
    stop "several of kind $1 are named $2: ${ids//$'\n'/, }"
  fi
  if [[ -n $ids && $# -gt 2 ]]; then
    value=$(jq -r --arg id "$ids" --arg field "$3" '.[] | select(.id == $id) | .[$field]' <<<"$list") || exit 1
    [[ $value == "$4" ]] || stop "$1 $2 exists as $ids with $3 $value instead of $4"
  fi
  printf '%s\n' "$ids"
}

# As find_id, for what must be there.
need_id() { # KIND NAME
  local list id
  list=$(cat)
  [[ -n $list ]] || exit 1
  id=$(find_id "$@" <<<"$list") || exit 1
  if [[ -z $id ]]; then
    stop "no $1 is named $2; there are: $(jq -r '[.[] | "\(.name) (\(.id))"] | join(", ")' <<<"$list")"
  fi
  printf '%s\n' "$id"
}

# Reads what was made and prints its id: an exit status alone proves nothing.
new_id() {
  local made id
  made=$(cat)
  [[ -n $made ]] || exit 1
  id=$(jq -r '.id // empty' <<<"$made") || exit 1
  [[ -n $id ]] || stop "the answer has no id: $made"
  printf '%s\n' "$id"
}

# Reads the rules of a group and prints the id of the one that admits the same, or
# nothing. One that has the name must admit the same.
find_rule() { # NAME DIRECTION PROTOCOL REMOTE [PORT_MIN PORT_MAX]
  jq -r --arg name "$1" --arg direction "$2" --arg protocol "$3" --arg remote "$4" \
    --arg port_min "${5-}" --arg port_max "${6-}" '
    def same: .direction == $direction and .protocol == $protocol
      and (.remote | .cidr_block // .address // .id) == $remote
      and ([.port_min, .port_max] | map(. // "" | tostring)) == [$port_min, $port_max]
      and .type == null and .code == null;
    if $name == "" then first(.[] | select(same) | .id) // empty
    else
      map(select(.name == $name))
      | if length == 0 then empty
        elif all(.[]; same) then .[0].id
        else "Stopped: rule \($name) exists and admits something else\n" | halt_error(1)
        end
    end'
}

# Reads the gateways of a VPC and prints the id of the one with a name and a
# target, or nothing. A VPC takes one gateway for each name and each target.
find_gateway() { # NAME TARGET
  jq -r --arg name "$1" --arg target "$2" '
    def reaches: .target.crn // .target.name;
    map(select(.name == $name or reaches == $target))
    | if length == 0 then empty
      elif length == 1 and .[0].name == $name and (.[0] | reaches) == $target then .[0].id
      else "Stopped: the VPC has " + (map("gateway \(.name) (\(.id)) for \(reaches)") | join(" and "))
        + ", so that \($name) for \($target) cannot be made\n" | halt_error(1)
      end'
}

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

# Takes the token of IAM_TOKEN, or gets one for the key of IBMCLOUD_API_KEY.
# Neither is shown, nor is it an argument of any command.
log_in() {
  set +x
  if [[ -z ${IAM_TOKEN:-} ]]; then
    [[ -n ${IBMCLOUD_API_KEY:-} ]] || stop "set IBMCLOUD_API_KEY, or IAM_TOKEN to a ready token"
    IAM_TOKEN=$(printf '%s' "$IBMCLOUD_API_KEY" |
      curl --silent --show-error --fail --header 'Accept: application/json' \
        --data-urlencode 'grant_type=urn:ibm:params:oauth:grant-type:apikey' \
        --data-urlencode apikey@- "$IAM_API/identity/token" | jq -er .access_token) ||
      stop "IBM Cloud gave no token for the key"
  fi
  IAM_TOKEN=${IAM_TOKEN#Bearer }
  [[ $IAM_TOKEN =~ ^[A-Za-z0-9._~+/=-]+$ ]] || stop "IAM_TOKEN is not a token"
}

# Sends a request and prints the answer. Where it is refused, shows IBM Cloud's own
# words and ends. The token reaches curl by a descriptor, never by an argument.
call() { # METHOD URL [CURL OPTION...]
  local method=$1 url=$2 answer status
  shift 2
  answer=$(curl --silent --show-error --globoff --path-as-is --request "$method" "$@" \
    --header 'Accept: application/json' --write-out '\n%{http_code}' \
    --config <(printf 'header = "Authorization: Bearer %s"\n' "$IAM_TOKEN") "$url") ||
    stop "no answer to $method $url"
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  if [[ $status != 2?? ]]; then
    jq -er '(.errors[] | "\(.code): \(.message)"), "trace: \(.trace // "none")"' <<<"$answer" >&2 2>/dev/null ||
      printf '%s\n' "$answer" >&2
    stop "$method $url was answered with $status"
  fi
  printf '%s\n' "$answer"
}

# Calls the VPC API.
vpc() { # METHOD PATH[?QUERY] [CURL OPTION...]
  local method=$1 path=$2 join='?'
  shift 2
  [[ $path != *\?* ]] || join='&'
  call "$method" "$VPC_API$path${join}version=$API_VERSION&generation=2" "$@"
}

# Sends the JSON that it reads to the VPC API.
post() { # PATH
  vpc POST "$1" --header 'Content-Type: application/json' --data-binary @-
}

# Prints a whole collection as one list, page after page.
list() { # PATH[?QUERY] KEY
  local path=$1 next='' page join='?'
  [[ $path != *\?* ]] || join='&'
  while :; do
    page=$(vpc GET "$path${next:+${join}start=$next}") || exit 1
    jq -c --arg key "$2" '.[$key][]' <<<"$page" || exit 1
    next=$(jq -r '.next.href // "" | capture("[?&]start=(?<start>[^&]*)").start // empty' <<<"$page") || exit 1
    [[ -n $next ]] || break
  done | jq -cs .
}

# Prints a text as one part of a path or query.
uri() {
  jq -rn --arg text "$1" '$text | if . == "." or . == ".." then gsub("\\."; "%2E") else @uri end'
}

# Waits until what is at a path is available.
wait_available() { # PATH
  local status try
  for ((try = 0; try < POLL_LIMIT; try++)); do
    status=$(vpc GET "$1" | jq -r .status)
    case $status in
      available) return ;;
      failed | deleting) stop "$1 is $status" ;;
    esac
    sleep "$POLL_SECONDS"
  done
  stop "$1 is still $status after $POLL_LIMIT looks"
}

# Waits until a gateway is stable and its addresses are there. Asking a Private
# Path provider counts as done.
wait_gateway() { # GATEWAY
  local state try
  for ((try = 0; try < POLL_LIMIT; try++)); do
    state=$(vpc GET "/endpoint_gateways/$(uri "$1")" | gateway_state)
    case $state in
      done) return ;;
      asked)
        say "Gateway $1 waits until its service's provider admits it (access_pending)."
        return
        ;;
      refused) stop "the service's provider does not admit gateway $1" ;;
      failed | deleting) stop "gateway $1 is $state" ;;
    esac
    sleep "$POLL_SECONDS"
  done
  stop "gateway $1 is still $state after $POLL_LIMIT looks"
}

# Makes sure that a gateway has a reserved IP that exists.
bind_ip() { # GATEWAY SUBNET RESERVED_IP
  local holder
  holder=$(vpc GET "/subnets/$(uri "$2")/reserved_ips/$(uri "$3")" | jq -r '.target.id // empty')
  [[ $holder != "$1" ]] || return 0
  [[ -z $holder ]] || stop "reserved IP $3 is bound to $holder"
  vpc PUT "/endpoint_gateways/$(uri "$1")/ips/$(uri "$3")" | new_id >/dev/null
}

# Makes sure that a gateway has a reserved IP of this name, with this address
# where one is given: finds it, binds it, or reserves it for the gateway.
make_ip() { # GATEWAY SUBNET NAME AUTO_DELETE [ADDRESS]
  local path found
  path="/subnets/$(uri "$2")/reserved_ips"
  found=$(list "$path" reserved_ips |
    jq -c --arg name "$3" --arg address "${5-}" '[.[] | select(.name == $name or .address == $address)]')
  if [[ $found == '[]' ]]; then
    jq -n --arg gateway "$1" --arg name "$3" --argjson auto_delete "$4" ${5+--arg address "$5"} \
      '{name: $name, auto_delete: $auto_delete, target: {id: $gateway}}
       + ($ARGS.named | if has("address") then {address} else {} end)' |
      post "$path" | new_id >/dev/null
  elif jq -e --arg address "${5-}" 'length == 1 and (.[0].address | . == $address or . == "0.0.0.0" or $address == "")' \
    >/dev/null <<<"$found"; then
    bind_ip "$1" "$2" "$(jq -r '.[0].id' <<<"$found")"
  else
    stop "the subnet has $(jq -r '[.[] | "\(.name) (\(.address))"] | join(" and ")' <<<"$found") in the way of $3 ${5-}"
  fi
}

log_in

# The account that the token is for
account=$(call GET "$RESOURCE_API/v2/resource_groups?default=true" |
  jq -r '.resources[0].account_id // empty')
[[ $account == 3f0c8a51d7e94b26a1c5e08d92b7f614 ]] || stop "the token is for account $account, not 3f0c8a51d7e94b26a1c5e08d92b7f614"

# The existing resource group ledger
RESOURCE_GROUP_LEDGER=$(call GET "$RESOURCE_API/v2/resource_groups?name=$(uri ledger)" | jq -c .resources |
  need_id 'resource group' ledger)

# The existing VPC ledger-vpc
VPC_LEDGER_VPC=r014-7b1f0c52-3d8e-4a96-b0c7-5e21d94f8a03

# 1. Address prefix ledger-east-3
FOUND=$(list "/vpcs/$(uri "$VPC_LEDGER_VPC")/address_prefixes" address_prefixes |
  find_id 'address prefix' ledger-east-3 cidr 10.241.32.0/20)
if [[ -z $FOUND ]]; then
  FOUND=$(jq -n \
    --arg name ledger-east-3 \
    --arg name_2 us-east-3 \
    --arg cidr 10.241.32.0/20 \
    '{name: $name, zone: {name: $name_2}, cidr: $cidr}' |
    post "/vpcs/$(uri "$VPC_LEDGER_VPC")/address_prefixes" | new_id)
fi

# The existing subnet ledger-vpe-1
SUBNET_LEDGER_VPE_1=0757-2e8b6d14-90a7-4c53-bf12-6a3d05e7c9f8

# The existing subnet ledger-vpe-2
SUBNET_LEDGER_VPE_2=0767-f17a4c08-5d3e-4b92-86e0-d95b2c7103a4

# 2. Subnet ledger-vpe-3 in us-east-3
SUBNET_LEDGER_VPE_3=$(list "/subnets?vpc.id=$(uri "$VPC_LEDGER_VPC")" subnets |
  find_id subnet ledger-vpe-3 ipv4_cidr_block 10.241.32.0/26)
if [[ -z $SUBNET_LEDGER_VPE_3 ]]; then
  SUBNET_LEDGER_VPE_3=$(jq -n \
    --arg name ledger-vpe-3 \
    --arg vpc_id "$VPC_LEDGER_VPC" \
    --arg ipv4_cidr_block 10.241.32.0/26 \
    '{name: $name, vpc: {id: $vpc_id}, ipv4_cidr_block: $ipv4_cidr_block}' |
    post /subnets | new_id)
fi
wait_available "/subnets/$(uri "$SUBNET_LEDGER_VPE_3")"

# The existing security group ledger-clients
SECURITY_GROUP_LEDGER_CLIENTS=r014-93e5b7d0-6c2f-4810-a7b9-f04d1e8c6352

# 3. Rule https-partners of ledger-clients
FOUND=$(list "/security_groups/$(uri "$SECURITY_GROUP_LEDGER_CLIENTS")/rules" rules |
  find_rule https-partners inbound tcp 172.20.0.0/16 443 443)
if [[ -z $FOUND ]]; then
  FOUND=$(jq -n \
    --arg cidr_block 172.20.0.0/16 \
    --arg name https-partners \
    '{
      direction: "inbound",
      protocol: "tcp",
      port_min: 443,
      port_max: 443,
      remote: {cidr_block: $cidr_block},
      name: $name
    }' |
    post "/security_groups/$(uri "$SECURITY_GROUP_LEDGER_CLIENTS")/rules" | new_id)
fi

# The existing endpoint gateway ledger-secrets
GATEWAY_LEDGER_SECRETS=r014-b25c8f6e-04d1-4937-8ea5-1f9067d3c2b8

# 4. Address of ledger-secrets in us-east-3
make_ip "$GATEWAY_LEDGER_SECRETS" \
  "$SUBNET_LEDGER_VPE_3" \
  ledger-secrets-us-east-3 false

# The existing reserved IP audit-kept
RESERVED_IP_AUDIT_KEPT=0757-58c1e9b7-0f3a-4d62-a47e-3b90d6f2c815

# 5. Gateway ledger-audit with its addresses
GATEWAY_LEDGER_AUDIT=$(list "/endpoint_gateways?vpc.id=$(uri "$VPC_LEDGER_VPC")" endpoint_gateways |
  find_gateway ledger-audit crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-east.cloud-object-storage.appdomain.cloud)
if [[ -z $GATEWAY_LEDGER_AUDIT ]]; then
  GATEWAY_LEDGER_AUDIT=$(jq -n \
    --arg name ledger-audit \
    --arg vpc_id "$VPC_LEDGER_VPC" \
    --arg crn crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-east.cloud-object-storage.appdomain.cloud \
    --arg ip_id "$RESERVED_IP_AUDIT_KEPT" \
    --arg subnet_id "$SUBNET_LEDGER_VPE_2" \
    --arg name_2 ledger-audit-us-east-2 \
    --arg subnet_id_2 "$SUBNET_LEDGER_VPE_3" \
    --arg name_3 ledger-audit-us-east-3 \
    --arg security_group_id "$SECURITY_GROUP_LEDGER_CLIENTS" \
    --arg resource_group_id "$RESOURCE_GROUP_LEDGER" \
    '{
      name: $name,
      vpc: {id: $vpc_id},
      target: {resource_type: "provider_cloud_service", crn: $crn},
      ips: [
        {id: $ip_id},
        {subnet: {id: $subnet_id}, name: $name_2, auto_delete: false},
        {subnet: {id: $subnet_id_2}, name: $name_3, auto_delete: false}
      ],
      security_groups: [{id: $security_group_id}],
      dns_resolution_binding_mode: "disabled",
      resource_group: {id: $resource_group_id}
    }' |
    post /endpoint_gateways | new_id)
fi
wait_gateway "$GATEWAY_LEDGER_AUDIT"

# 6. Existing reserved IP audit-kept of ledger-audit
bind_ip "$GATEWAY_LEDGER_AUDIT" "$SUBNET_LEDGER_VPE_1" "$RESERVED_IP_AUDIT_KEPT"

# 7. Address of ledger-audit in us-east-2
make_ip "$GATEWAY_LEDGER_AUDIT" \
  "$SUBNET_LEDGER_VPE_2" \
  ledger-audit-us-east-2 false

# 8. Address of ledger-audit in us-east-3
make_ip "$GATEWAY_LEDGER_AUDIT" \
  "$SUBNET_LEDGER_VPE_3" \
  ledger-audit-us-east-3 false

say 'Done.'
