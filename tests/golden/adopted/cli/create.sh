#!/usr/bin/env bash
# Plan: What exists is taken over
# Content: 3929e998fb24
# Written for: ibmcloud with plug-in vpc-infrastructure 16.0.0 or later, bash and jq
# Region: us-east. Account: 3f0c8a51d7e94b26a1c5e08d92b7f614.
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

# Prints the id of the account's default resource group.
default_group() {
  ic resource groups --default | jq -er 'first(.[] | .id)' || stop "the account has no default resource group"
}

# Waits until what a command shows is available.
wait_available() { # COMMAND...
  local status try
  for ((try = 0; try < POLL_LIMIT; try++)); do
    status=$(ic "$@" | jq -r .status)
    case $status in
      available) return ;;
      failed | deleting) stop "$* is $status" ;;
    esac
    sleep "$POLL_SECONDS"
  done
  stop "$* is still $status after $POLL_LIMIT looks"
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
ibmcloud target -r us-east >&2
logged_in=$(ic target)
region=$(jq -r '.region.name // empty' <<<"$logged_in")
[[ $region == us-east ]] || stop "the region is $region, not the plan's"
account=$(jq -r '.account.guid // empty' <<<"$logged_in")
[[ $account == 3f0c8a51d7e94b26a1c5e08d92b7f614 ]] || stop "logged in to account $account, not 3f0c8a51d7e94b26a1c5e08d92b7f614"

# The account's default resource group, for what names none
RESOURCE_GROUP=$(default_group)

# The existing resource group ledger
RESOURCE_GROUP_LEDGER=$(ic resource groups |
  need_id 'resource group' ledger)

# The existing VPC ledger-vpc
VPC_LEDGER_VPC=r014-7b1f0c52-3d8e-4a96-b0c7-5e21d94f8a03

# 1. Address prefix ledger-east-3
FOUND=$(ic is vpc-address-prefixes "$VPC_LEDGER_VPC" |
  find_id 'address prefix' ledger-east-3 cidr 10.241.32.0/20)
if [[ -z $FOUND ]]; then
  FOUND=$(ic is vpc-address-prefix-create ledger-east-3 "$VPC_LEDGER_VPC" \
    us-east-3 \
    10.241.32.0/20 | new_id)
fi

# The existing subnet ledger-vpe-1
SUBNET_LEDGER_VPE_1=0757-2e8b6d14-90a7-4c53-bf12-6a3d05e7c9f8

# The existing subnet ledger-vpe-2
SUBNET_LEDGER_VPE_2=0767-f17a4c08-5d3e-4b92-86e0-d95b2c7103a4

# 2. Subnet ledger-vpe-3 in us-east-3
SUBNET_LEDGER_VPE_3=$(ic is subnets --vpc "$VPC_LEDGER_VPC" --all-resource-groups |
  find_id subnet ledger-vpe-3 ipv4_cidr_block 10.241.32.0/26)
if [[ -z $SUBNET_LEDGER_VPE_3 ]]; then
  SUBNET_LEDGER_VPE_3=$(ic is subnet-create ledger-vpe-3 "$VPC_LEDGER_VPC" \
    --ipv4-cidr-block 10.241.32.0/26 \
    --resource-group-id "$RESOURCE_GROUP" | new_id)
fi
wait_available is subnet "$SUBNET_LEDGER_VPE_3" --vpc "$VPC_LEDGER_VPC"

# The existing security group ledger-clients
SECURITY_GROUP_LEDGER_CLIENTS=r014-93e5b7d0-6c2f-4810-a7b9-f04d1e8c6352

# 3. Rule https-partners of ledger-clients
FOUND=$(ic is security-group-rules "$SECURITY_GROUP_LEDGER_CLIENTS" --vpc "$VPC_LEDGER_VPC" |
  find_rule https-partners inbound tcp 172.20.0.0/16 443 443)
if [[ -z $FOUND ]]; then
  FOUND=$(ic is security-group-rule-add "$SECURITY_GROUP_LEDGER_CLIENTS" inbound tcp \
    --vpc "$VPC_LEDGER_VPC" \
    --remote 172.20.0.0/16 \
    --port-min 443 \
    --port-max 443 \
    --name https-partners | new_id)
fi

# The existing endpoint gateway ledger-secrets
GATEWAY_LEDGER_SECRETS=r014-b25c8f6e-04d1-4937-8ea5-1f9067d3c2b8

# 4. Address of ledger-secrets in us-east-3
make_ip "$GATEWAY_LEDGER_SECRETS" "$VPC_LEDGER_VPC" \
  "$SUBNET_LEDGER_VPE_3" \
  ledger-secrets-us-east-3 false

# The existing reserved IP audit-kept
RESERVED_IP_AUDIT_KEPT=0757-58c1e9b7-0f3a-4d62-a47e-3b90d6f2c815

# 5. Gateway ledger-audit with its new addresses
GATEWAY_LEDGER_AUDIT=$(ic is endpoint-gateways --vpc "$VPC_LEDGER_VPC" --all-resource-groups |
  find_gateway ledger-audit crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-east.cloud-object-storage.appdomain.cloud)
if [[ -z $GATEWAY_LEDGER_AUDIT ]]; then
  GATEWAY_LEDGER_AUDIT=$(ic is endpoint-gateway-create \
    --name ledger-audit \
    --vpc "$VPC_LEDGER_VPC" \
    --target-type provider_cloud_service \
    --target crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-east.cloud-object-storage.appdomain.cloud \
    --new-reserved-ip "$(jq -nc --arg subnet "$SUBNET_LEDGER_VPE_2" \
      --arg name ledger-audit-us-east-2 \
      '{subnet: {id: $subnet}, name: $name, auto_delete: false}')" \
    --new-reserved-ip "$(jq -nc --arg subnet "$SUBNET_LEDGER_VPE_3" \
      --arg name ledger-audit-us-east-3 \
      '{subnet: {id: $subnet}, name: $name, auto_delete: false}')" \
    --sg "${SECURITY_GROUP_LEDGER_CLIENTS}" \
    --dns-resolution-binding-mode disabled \
    --resource-group-id "$RESOURCE_GROUP_LEDGER" | new_id)
fi
wait_gateway "$GATEWAY_LEDGER_AUDIT" "$VPC_LEDGER_VPC"

# 6. Existing reserved IP audit-kept of ledger-audit
bind_ip "$GATEWAY_LEDGER_AUDIT" "$VPC_LEDGER_VPC" "$SUBNET_LEDGER_VPE_1" "$RESERVED_IP_AUDIT_KEPT"

# 7. Address of ledger-audit in us-east-2
make_ip "$GATEWAY_LEDGER_AUDIT" "$VPC_LEDGER_VPC" \
  "$SUBNET_LEDGER_VPE_2" \
  ledger-audit-us-east-2 false

# 8. Address of ledger-audit in us-east-3
make_ip "$GATEWAY_LEDGER_AUDIT" "$VPC_LEDGER_VPC" \
  "$SUBNET_LEDGER_VPE_3" \
  ledger-audit-us-east-3 false

say 'Done.'
