#!/usr/bin/env bash
# Plan: Key Protect for an existing VPC
# Content: 0c7c64e86367
# Written for: ibmcloud with plug-in vpc-infrastructure 16.0.0 or later, bash and jq
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.
# Run it again after a failure: what is there already is found and kept.

set -euo pipefail
export IBMCLOUD_COLOR=false IBMCLOUD_VERSION_CHECK=false IBMCLOUD_TRACE=false
POLL_SECONDS=${POLL_SECONDS:-5} # between two looks at what is not ready yet
POLL_LIMIT=${POLL_LIMIT:-360}   # looks before giving up

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

# Runs ibmcloud and prints its JSON. Errors can come with exit status 0 and on
# standard output, so what is no JSON is shown and ends the script.
ic() {
  local out
  if ! out=$(ibmcloud "$@" --output json) || ! jq -e . >/dev/null 2>&1 <<<"$out"; then
    printf '%s\n' "$out" >&2
    stop "ibmcloud $1 $2 did not answer with JSON"
  fi
  printf '%s\n' "$out"
}

# Runs an ibmcloud command that prints text. A usage error can exit with 0.
ic_text() {
  local out
  if ! out=$(ibmcloud "$@" 2>&1) || [[ $out == *'Incorrect Usage'* ]]; then
    printf '%s\n' "$out" >&2
    stop "ibmcloud $1 $2 failed"
  fi
}

# Prints the id of the account's default resource group.
default_group() {
  ic resource groups --default | jq -er 'first(.[] | .id)' || stop "the account has no default resource group"
}

# Waits until a gateway is stable and its addresses are there. Asking a Private
# Path provider counts as done.
wait_gateway() { # GATEWAY VPC
  local state try
  for ((try = 0; try < POLL_LIMIT; try++)); do
    state=$(ic is endpoint-gateway "$1" --vpc "$2" | gateway_state)
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
bind_ip() { # GATEWAY VPC SUBNET RESERVED_IP
  local holder
  holder=$(ic is subnet-reserved-ip "$3" "$4" --vpc "$2" | jq -r '.target.id // empty')
  [[ $holder != "$1" ]] || return 0
  [[ -z $holder ]] || stop "reserved IP $4 is bound to $holder"
  ic is endpoint-gateway-reserved-ip-bind "$1" --vpc "$2" --rip "$4" | new_id >/dev/null
}

# Makes sure that a gateway has a reserved IP of this name, with this address
# where one is given: finds it, binds it, or reserves it for the gateway.
make_ip() { # GATEWAY VPC SUBNET NAME AUTO_DELETE [ADDRESS]
  local found
  found=$(ic is subnet-reserved-ips "$3" --vpc "$2" |
    jq -c --arg name "$4" --arg address "${6-}" '[.[] | select(.name == $name or .address == $address)]')
  if [[ $found == '[]' ]]; then
    ic is subnet-reserved-ip-create "$3" --vpc "$2" --name "$4" --target "$1" --auto-delete "$5" \
      ${6+--address "$6"} | new_id >/dev/null
  elif jq -e --arg address "${6-}" 'length == 1 and (.[0].address | . == $address or . == "0.0.0.0" or $address == "")' \
    >/dev/null <<<"$found"; then
    bind_ip "$1" "$2" "$3" "$(jq -r '.[0].id' <<<"$found")"
  else
    stop "the subnet has $(jq -r '[.[] | "\(.name) (\(.address))"] | join(" and ")' <<<"$found") in the way of $4 ${6-}"
  fi
}

# The region, and the account that is logged in
ibmcloud target -r us-south >&2
logged_in=$(ic target)
region=$(jq -r '.region.name // empty' <<<"$logged_in")
[[ $region == us-south ]] || stop "the region is $region, not the plan's"
account=$(jq -r '.account.guid // empty' <<<"$logged_in")
[[ $account == 7f2c4e91b0d84a6f9c3355e1a0b27d48 ]] || stop "logged in to account $account, not 7f2c4e91b0d84a6f9c3355e1a0b27d48"

# The account's default resource group, for what names none
RESOURCE_GROUP=$(default_group)

# The existing VPC prod-vpc
VPC_PROD_VPC=r006-3f1c0d5e-8a27-4b96-91d4-6e20c7f5a1b3

# 1. Security group vpe-clients
SECURITY_GROUP_VPE_CLIENTS=$(ic is security-groups --vpc "$VPC_PROD_VPC" --all-resource-groups |
  find_id 'security group' vpe-clients)
if [[ -z $SECURITY_GROUP_VPE_CLIENTS ]]; then
  SECURITY_GROUP_VPE_CLIENTS=$(ic is security-group-create vpe-clients "$VPC_PROD_VPC" \
    --resource-group-id "$RESOURCE_GROUP" | new_id)
fi

# 2. Rule https-from-vpc of vpe-clients
FOUND=$(ic is security-group-rules "$SECURITY_GROUP_VPE_CLIENTS" --vpc "$VPC_PROD_VPC" |
  find_rule https-from-vpc inbound tcp 10.240.0.0/16 443 443)
if [[ -z $FOUND ]]; then
  FOUND=$(ic is security-group-rule-add "$SECURITY_GROUP_VPE_CLIENTS" inbound tcp \
    --vpc "$VPC_PROD_VPC" \
    --remote 10.240.0.0/16 \
    --port-min 443 \
    --port-max 443 \
    --name https-from-vpc | new_id)
fi

# The existing subnet vpe-1
SUBNET_VPE_1=0717-a1c54e08-2b7d-4f96-8e13-5d90b6c2f7a4

# The existing subnet vpe-2
SUBNET_VPE_2=0727-b9d02c41-6e3f-4a18-9c75-1f84e0a6d3b2

# The existing subnet vpe-3
SUBNET_VPE_3=0737-e83b1f60-9c25-4d7a-a041-c6f2785d3b9e

# 3. Gateway prod-kms with its addresses
GATEWAY_PROD_KMS=$(ic is endpoint-gateways --vpc "$VPC_PROD_VPC" --all-resource-groups |
  find_gateway prod-kms crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com)
if [[ -z $GATEWAY_PROD_KMS ]]; then
  GATEWAY_PROD_KMS=$(ic is endpoint-gateway-create \
    --name prod-kms \
    --vpc "$VPC_PROD_VPC" \
    --target-type provider_cloud_service \
    --target crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com \
    --new-reserved-ip "$(jq -nc --arg subnet "$SUBNET_VPE_1" \
      --arg name prod-kms-us-south-1 \
      --arg address 10.240.8.8 \
      '{subnet: {id: $subnet}, name: $name, address: $address, auto_delete: false}')" \
    --new-reserved-ip "$(jq -nc --arg subnet "$SUBNET_VPE_2" \
      --arg name prod-kms-us-south-2 \
      --arg address 10.240.72.8 \
      '{subnet: {id: $subnet}, name: $name, address: $address, auto_delete: false}')" \
    --new-reserved-ip "$(jq -nc --arg subnet "$SUBNET_VPE_3" \
      --arg name prod-kms-us-south-3 \
      '{subnet: {id: $subnet}, name: $name, auto_delete: false}')" \
    --sg "${SECURITY_GROUP_VPE_CLIENTS}" \
    --dns-resolution-binding-mode primary \
    --resource-group-id "$RESOURCE_GROUP" | new_id)
fi
wait_gateway "$GATEWAY_PROD_KMS" "$VPC_PROD_VPC"

# 4. Address of prod-kms in us-south-1
make_ip "$GATEWAY_PROD_KMS" "$VPC_PROD_VPC" \
  "$SUBNET_VPE_1" \
  prod-kms-us-south-1 false \
  10.240.8.8

# 5. Address of prod-kms in us-south-2
make_ip "$GATEWAY_PROD_KMS" "$VPC_PROD_VPC" \
  "$SUBNET_VPE_2" \
  prod-kms-us-south-2 false \
  10.240.72.8

# 6. Address of prod-kms in us-south-3
make_ip "$GATEWAY_PROD_KMS" "$VPC_PROD_VPC" \
  "$SUBNET_VPE_3" \
  prod-kms-us-south-3 false

# 7. The user tags of prod-kms
CRN=$(ic is endpoint-gateway "$GATEWAY_PROD_KMS" --vpc "$VPC_PROD_VPC" | jq -er .crn)
ic_text resource tag-attach \
  --tag-type user \
  --tag-names 'env:prod,team:payments' \
  --resource-id "$CRN"

say 'Done.'
