#!/usr/bin/env bash
# Plan: What exists is known by name
# Content: 8ed7e8a72b24
# Written for: ibmcloud with plug-in vpc-infrastructure 16.0.0 or later, bash and jq
# Region: eu-de. Account: not said by the plan, and not compared.
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
ibmcloud target -r eu-de >&2
logged_in=$(ic target)
region=$(jq -r '.region.name // empty' <<<"$logged_in")
[[ $region == eu-de ]] || stop "the region is $region, not the plan's"

# The account's default resource group, for what names none
RESOURCE_GROUP=$(default_group)

# The existing VPC shared-vpc
VPC_SHARED_VPC=$(ic is vpcs --all-resource-groups |
  need_id VPC shared-vpc)

# The existing security group app-tier
SECURITY_GROUP_APP_TIER=$(ic is security-groups --vpc "$VPC_SHARED_VPC" --all-resource-groups |
  need_id 'security group' app-tier)

# The existing security group infra-clients
SECURITY_GROUP_INFRA_CLIENTS=$(ic is security-groups --vpc "$VPC_SHARED_VPC" --all-resource-groups |
  need_id 'security group' infra-clients)

# 1. Rule app-to-infra of infra-clients
FOUND=$(ic is security-group-rules "$SECURITY_GROUP_INFRA_CLIENTS" --vpc "$VPC_SHARED_VPC" |
  find_rule app-to-infra inbound tcp "$SECURITY_GROUP_APP_TIER" 443 443)
if [[ -z $FOUND ]]; then
  FOUND=$(ic is security-group-rule-add "$SECURITY_GROUP_INFRA_CLIENTS" inbound tcp \
    --vpc "$VPC_SHARED_VPC" \
    --remote "$SECURITY_GROUP_APP_TIER" \
    --port-min 443 \
    --port-max 443 \
    --name app-to-infra | new_id)
fi

# 2. Rule without a name of infra-clients
FOUND=$(ic is security-group-rules "$SECURITY_GROUP_INFRA_CLIENTS" --vpc "$VPC_SHARED_VPC" |
  find_rule '' inbound icmp 10.243.0.0/16)
if [[ -z $FOUND ]]; then
  FOUND=$(ic is security-group-rule-add "$SECURITY_GROUP_INFRA_CLIENTS" inbound icmp \
    --vpc "$VPC_SHARED_VPC" \
    --remote 10.243.0.0/16 | new_id)
fi

# The existing subnet infra-1
SUBNET_INFRA_1=$(ic is subnets --vpc "$VPC_SHARED_VPC" --all-resource-groups |
  need_id subnet infra-1)

# The existing subnet infra-2
SUBNET_INFRA_2=$(ic is subnets --vpc "$VPC_SHARED_VPC" --all-resource-groups |
  need_id subnet infra-2)

# The existing subnet infra-3
SUBNET_INFRA_3=$(ic is subnets --vpc "$VPC_SHARED_VPC" --all-resource-groups |
  need_id subnet infra-3)

# 3. Gateway infra-ntp with its addresses
GATEWAY_INFRA_NTP=$(ic is endpoint-gateways --vpc "$VPC_SHARED_VPC" --all-resource-groups |
  find_gateway infra-ntp ibm-ntp-server)
if [[ -z $GATEWAY_INFRA_NTP ]]; then
  GATEWAY_INFRA_NTP=$(ic is endpoint-gateway-create \
    --name infra-ntp \
    --vpc "$VPC_SHARED_VPC" \
    --target-type provider_infrastructure_service \
    --target ibm-ntp-server \
    --new-reserved-ip "$(jq -nc --arg subnet "$SUBNET_INFRA_1" \
      --arg name infra-ntp-eu-de-1 \
      '{subnet: {id: $subnet}, name: $name, auto_delete: false}')" \
    --new-reserved-ip "$(jq -nc --arg subnet "$SUBNET_INFRA_2" \
      --arg name infra-ntp-eu-de-2 \
      '{subnet: {id: $subnet}, name: $name, auto_delete: false}')" \
    --new-reserved-ip "$(jq -nc --arg subnet "$SUBNET_INFRA_3" \
      --arg name infra-ntp-eu-de-3 \
      '{subnet: {id: $subnet}, name: $name, auto_delete: false}')" \
    --dns-resolution-binding-mode disabled \
    --resource-group-id "$RESOURCE_GROUP" | new_id)
fi
wait_gateway "$GATEWAY_INFRA_NTP" "$VPC_SHARED_VPC"

# 4. Address of infra-ntp in eu-de-1
make_ip "$GATEWAY_INFRA_NTP" "$VPC_SHARED_VPC" \
  "$SUBNET_INFRA_1" \
  infra-ntp-eu-de-1 false

# 5. Address of infra-ntp in eu-de-2
make_ip "$GATEWAY_INFRA_NTP" "$VPC_SHARED_VPC" \
  "$SUBNET_INFRA_2" \
  infra-ntp-eu-de-2 false

# 6. Address of infra-ntp in eu-de-3
make_ip "$GATEWAY_INFRA_NTP" "$VPC_SHARED_VPC" \
  "$SUBNET_INFRA_3" \
  infra-ntp-eu-de-3 false

# The existing resource group payments
RESOURCE_GROUP_PAYMENTS=$(ic resource groups |
  need_id 'resource group' payments)

# The existing reserved IP pps-rip-1
RESERVED_IP_PPS_RIP_1=$(ic is subnet-reserved-ips "$SUBNET_INFRA_1" |
  need_id 'reserved IP' pps-rip-1)

# 7. Gateway partner-billing with its new addresses
GATEWAY_PARTNER_BILLING=$(ic is endpoint-gateways --vpc "$VPC_SHARED_VPC" --all-resource-groups |
  find_gateway partner-billing crn:v1:bluemix:public:is:eu-de:a/b0d93a7c5f1e4862a9e07d41c3f8256b::private-path-service-gateway:r010-2f6b8a14-7c3e-4d95-b0a8-94e1d7c5f362)
if [[ -z $GATEWAY_PARTNER_BILLING ]]; then
  GATEWAY_PARTNER_BILLING=$(ic is endpoint-gateway-create \
    --name partner-billing \
    --vpc "$VPC_SHARED_VPC" \
    --target-type private_path_service_gateway \
    --target crn:v1:bluemix:public:is:eu-de:a/b0d93a7c5f1e4862a9e07d41c3f8256b::private-path-service-gateway:r010-2f6b8a14-7c3e-4d95-b0a8-94e1d7c5f362 \
    --new-reserved-ip "$(jq -nc --arg subnet "$SUBNET_INFRA_2" \
      --arg name partner-billing-eu-de-2 \
      --arg address 10.243.72.20 \
      '{subnet: {id: $subnet}, name: $name, address: $address, auto_delete: false}')" \
    --new-reserved-ip "$(jq -nc --arg subnet "$SUBNET_INFRA_3" \
      --arg name partner-billing-eu-de-3 \
      '{subnet: {id: $subnet}, name: $name, auto_delete: false}')" \
    --sg "${SECURITY_GROUP_INFRA_CLIENTS}" \
    --dns-resolution-binding-mode primary \
    --resource-group-id "$RESOURCE_GROUP_PAYMENTS" | new_id)
fi
wait_gateway "$GATEWAY_PARTNER_BILLING" "$VPC_SHARED_VPC"

# 8. Existing reserved IP pps-rip-1 of partner-billing
bind_ip "$GATEWAY_PARTNER_BILLING" "$VPC_SHARED_VPC" "$SUBNET_INFRA_1" "$RESERVED_IP_PPS_RIP_1"

# 9. Address of partner-billing in eu-de-2
make_ip "$GATEWAY_PARTNER_BILLING" "$VPC_SHARED_VPC" \
  "$SUBNET_INFRA_2" \
  partner-billing-eu-de-2 false \
  10.243.72.20

# 10. Address of partner-billing in eu-de-3
make_ip "$GATEWAY_PARTNER_BILLING" "$VPC_SHARED_VPC" \
  "$SUBNET_INFRA_3" \
  partner-billing-eu-de-3 false

# 11. The user tags of partner-billing
CRN=$(ic is endpoint-gateway "$GATEWAY_PARTNER_BILLING" --vpc "$VPC_SHARED_VPC" | jq -er .crn)
ic_text resource tag-attach \
  --tag-type user \
  --tag-names env:prod \
  --resource-id "$CRN"

# 12. The access tags of partner-billing
CRN=$(ic is endpoint-gateway "$GATEWAY_PARTNER_BILLING" --vpc "$VPC_SHARED_VPC" | jq -er .crn)
ic_text resource tag-attach \
  --tag-type access \
  --tag-names project:billing \
  --resource-id "$CRN"

# The existing resource group b0d93a7c5f1e4862a9e07d41c3f8256b
RESOURCE_GROUP_B0D93A7C5F1E4862A9E07D41C3F8256B=b0d93a7c5f1e4862a9e07d41c3f8256b

# The existing reserved IP cos-rip-1
RESERVED_IP_COS_RIP_1=02b7-5c1a9d7e-04b3-4e62-b8f1-27a6e3d90c58

# The existing reserved IP cos-rip-2
RESERVED_IP_COS_RIP_2=$(ic is subnet-reserved-ips "$SUBNET_INFRA_2" |
  need_id 'reserved IP' cos-rip-2)

# 13. Gateway infra-cos with its addresses, which exist
GATEWAY_INFRA_COS=$(ic is endpoint-gateways --vpc "$VPC_SHARED_VPC" --all-resource-groups |
  find_gateway infra-cos crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.eu-de.cloud-object-storage.appdomain.cloud)
if [[ -z $GATEWAY_INFRA_COS ]]; then
  GATEWAY_INFRA_COS=$(ic is endpoint-gateway-create \
    --name infra-cos \
    --vpc "$VPC_SHARED_VPC" \
    --target-type provider_cloud_service \
    --target crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.eu-de.cloud-object-storage.appdomain.cloud \
    --rip "${RESERVED_IP_COS_RIP_1},${RESERVED_IP_COS_RIP_2}" \
    --sg "${SECURITY_GROUP_INFRA_CLIENTS},${SECURITY_GROUP_APP_TIER}" \
    --dns-resolution-binding-mode primary \
    --resource-group-id "$RESOURCE_GROUP_B0D93A7C5F1E4862A9E07D41C3F8256B" | new_id)
fi
wait_gateway "$GATEWAY_INFRA_COS" "$VPC_SHARED_VPC"

# 14. Existing reserved IP cos-rip-1 of infra-cos
bind_ip "$GATEWAY_INFRA_COS" "$VPC_SHARED_VPC" "$SUBNET_INFRA_1" "$RESERVED_IP_COS_RIP_1"

# 15. Existing reserved IP cos-rip-2 of infra-cos
bind_ip "$GATEWAY_INFRA_COS" "$VPC_SHARED_VPC" "$SUBNET_INFRA_2" "$RESERVED_IP_COS_RIP_2"

# The existing endpoint gateway old-kms
GATEWAY_OLD_KMS=r010-9d4e7b20-1a6c-4f83-8e5d-c07b3f2a9164

# 16. Address of old-kms in eu-de-3
make_ip "$GATEWAY_OLD_KMS" "$VPC_SHARED_VPC" \
  "$SUBNET_INFRA_3" \
  old-kms-eu-de-3 false

say 'Done.'
