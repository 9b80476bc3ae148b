#!/usr/bin/env bash
# Plan: Key Protect for an existing VPC
# Content: 0c7c64e86367
# Written for: VPC API version 2026-10-06, bash, curl and jq
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.
# Run it again after a failure: what is there already is found and kept.

set -euo pipefail
POLL_SECONDS=${POLL_SECONDS:-5} # between two looks at what is not ready yet
POLL_LIMIT=${POLL_LIMIT:-360}   # looks before giving up

# Hosts: the public ones, unless the environment names others
IAM_API=${IBMCLOUD_IAM_API_ENDPOINT:-https://iam.cloud.ibm.com}
VPC_API=${IBMCLOUD_IS_NG_API_ENDPOINT:-https://us-south.iaas.cloud.ibm.com/v1}
RESOURCE_API=${IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT:-https://resource-controller.cloud.ibm.com}
TAGS_API=${IBMCLOUD_GT_API_ENDPOINT:-https://tags.global-search-tagging.cloud.ibm.com}
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

# Attaches the tags of the body that it reads.
attach_tags() { # KIND
  local answer
  answer=$(call POST "$TAGS_API/v3/tags/attach?tag_type=$1" \
    --header 'Content-Type: application/json' --data-binary @-)
  jq -e 'all(.results[]?; .is_error != true)' >/dev/null <<<"$answer" || stop "tags were refused: $answer"
}

log_in

# The account that the token is for
account=$(call GET "$RESOURCE_API/v2/resource_groups?default=true" |
  jq -r '.resources[0].account_id // empty')
[[ $account == 7f2c4e91b0d84a6f9c3355e1a0b27d48 ]] || stop "the token is for account $account, not 7f2c4e91b0d84a6f9c3355e1a0b27d48"

# The existing VPC prod-vpc
VPC_PROD_VPC=r006-3f1c0d5e-8a27-4b96-91d4-6e20c7f5a1b3

# 1. Security group vpe-clients
SECURITY_GROUP_VPE_CLIENTS=$(list "/security_groups?vpc.id=$(uri "$VPC_PROD_VPC")" security_groups |
  find_id 'security group' vpe-clients)
if [[ -z $SECURITY_GROUP_VPE_CLIENTS ]]; then
  SECURITY_GROUP_VPE_CLIENTS=$(jq -n \
    --arg name vpe-clients \
    --arg vpc_id "$VPC_PROD_VPC" \
    '{name: $name, vpc: {id: $vpc_id}}' |
    post /security_groups | new_id)
fi

# 2. Rule https-from-vpc of vpe-clients
FOUND=$(list "/security_groups/$(uri "$SECURITY_GROUP_VPE_CLIENTS")/rules" rules |
  find_rule https-from-vpc inbound tcp 10.240.0.0/16 443 443)
if [[ -z $FOUND ]]; then
  FOUND=$(jq -n \
    --arg cidr_block 10.240.0.0/16 \
    --arg name https-from-vpc \
    '{
      direction: "inbound",
      protocol: "tcp",
      port_min: 443,
      port_max: 443,
      remote: {cidr_block: $cidr_block},
      name: $name
    }' |
    post "/security_groups/$(uri "$SECURITY_GROUP_VPE_CLIENTS")/rules" | new_id)
fi

# The existing subnet vpe-1
SUBNET_VPE_1=0717-a1c54e08-2b7d-4f96-8e13-5d90b6c2f7a4

# The existing subnet vpe-2
SUBNET_VPE_2=0727-b9d02c41-6e3f-4a18-9c75-1f84e0a6d3b2

# The existing subnet vpe-3
SUBNET_VPE_3=0737-e83b1f60-9c25-4d7a-a041-c6f2785d3b9e

# 3. Gateway prod-kms with its addresses
GATEWAY_PROD_KMS=$(list "/endpoint_gateways?vpc.id=$(uri "$VPC_PROD_VPC")" endpoint_gateways |
  find_gateway prod-kms crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com)
if [[ -z $GATEWAY_PROD_KMS ]]; then
  GATEWAY_PROD_KMS=$(jq -n \
    --arg name prod-kms \
    --arg vpc_id "$VPC_PROD_VPC" \
    --arg crn crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com \
    --arg subnet_id "$SUBNET_VPE_1" \
    --arg name_2 prod-kms-us-south-1 \
    --arg address 10.240.8.8 \
    --arg subnet_id_2 "$SUBNET_VPE_2" \
    --arg name_3 prod-kms-us-south-2 \
    --arg address_2 10.240.72.8 \
    --arg subnet_id_3 "$SUBNET_VPE_3" \
    --arg name_4 prod-kms-us-south-3 \
    --arg security_group_id "$SECURITY_GROUP_VPE_CLIENTS" \
    '{
      name: $name,
      vpc: {id: $vpc_id},
      target: {resource_type: "provider_cloud_service", crn: $crn},
      ips: [
        {subnet: {id: $subnet_id}, name: $name_2, address: $address, auto_delete: false},
        {subnet: {id: $subnet_id_2}, name: $name_3, address: $address_2, auto_delete: false},
        {subnet: {id: $subnet_id_3}, name: $name_4, auto_delete: false}
      ],
      security_groups: [{id: $security_group_id}],
      dns_resolution_binding_mode: "primary"
    }' |
    post /endpoint_gateways | new_id)
fi
wait_gateway "$GATEWAY_PROD_KMS"

# 4. Address of prod-kms in us-south-1
make_ip "$GATEWAY_PROD_KMS" \
  "$SUBNET_VPE_1" \
  prod-kms-us-south-1 false \
  10.240.8.8

# 5. Address of prod-kms in us-south-2
make_ip "$GATEWAY_PROD_KMS" \
  "$SUBNET_VPE_2" \
  prod-kms-us-south-2 false \
  10.240.72.8

# 6. Address of prod-kms in us-south-3
make_ip "$GATEWAY_PROD_KMS" \
  "$SUBNET_VPE_3" \
  prod-kms-us-south-3 false

# 7. The user tags of prod-kms
CRN=$(vpc GET "/endpoint_gateways/$(uri "$GATEWAY_PROD_KMS")" | jq -er .crn)
jq -n \
  --arg crn "$CRN" \
  --arg tag_1 env:prod \
  --arg tag_2 team:payments \
  '{resources: [{resource_id: $crn}], tag_names: [$tag_1, $tag_2]}' |
  attach_tags user

say 'Done.'
