#!/usr/bin/env bash
# Plan: Services of other accounts
# Content: 92f7b3fca645
# Written for: ibmcloud with plug-in vpc-infrastructure 16.0.0 or later, bash 4.4 or later, jq
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.
#
# Makes sure that everything in the plan exists: `bash create.sh --dry-run` tells what it
# would do, `bash create.sh > made.jsonl` does it. Run it again after a failure: what is
# there is kept. The lines of made.jsonl, a place in the plan and an ID each, are what
# `vpe-planner adopt PLAN made.jsonl` reads, so that the plan knows what was made.

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

DRY_RUN=''
WHERE='before step 1'
STEPS=21
RESUME='Run the script again to go on: what is there is kept.'
STOPPED=70 # tells an outer shell that an inner one has said why it stops
UNMADE='(the ID of ' # stands in a dry run where an ID is not known yet
ASKED='' # gateways that wait for the provider of their service

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

# Reads the arguments.
arguments() { # ARGUMENT...
  while (($# > 0)); do
    case $1 in
      --dry-run) DRY_RUN=yes ;;
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

# Makes sure that a command is there.
need() { # COMMAND INSTALLATION
  command -v "$1" >/dev/null || stop "$1 is missing; to install it: $2"
}

# Tells which step begins.
step() { # NUMBER NAME
  WHERE="at step $1 of $STEPS, $2"
  say "Step $1 of $STEPS: $2"
}

# Tells what is looked up.
look_up() { # NAME
  WHERE="at the look-up of $1"
  say "Look-up: $1"
}

# Waits before the next look or try: as long as IBM Cloud asked for, else POLL_SECONDS.
pause() {
  sleep "${RETRY_AFTER:-$POLL_SECONDS}"
  RETRY_AFTER=''
}

# Looks at one thing, into ANSWER.
look() { # WHAT...
  LOOK=(show "$@")
  show "$@"
}

# Repeats the last look and the choice from it.
look_again() {
  "${LOOK[@]}"
  "${FIND[@]}"
}

# Takes what was picked: an ID, nothing, or behind `! ` why none can be.
picked() { # TEXT
  FOUND=$1
  [[ $FOUND != '! '* ]] || stop "$WHAT: ${FOUND:2}"
}

# Picks from the list in ANSWER the one that has a name: its ID is in FOUND, which is
# empty where there is none. Where a field is given, it must have that value.
find_named() { # KIND NAME [FIELD VALUE]
  local found
  FIND=(find_named "$@")
  WHAT="$1 $2"
  found=$(jq -r --arg name "$2" --arg field "${3-}" --arg value "${4-}" '
    map(select(.name == $name))
    | if length > 1 then "! several have this name: " + (map(.id) | join(", "))
      elif length == 1 and $field != "" and .[0][$field] != $value then
        "! \(.[0].id) of this name has \($field) \(.[0][$field]) instead of \($value)"
      else .[0].id // "" end' <<<"$ANSWER")
  picked "$found"
}

# Picks from the rules in ANSWER the one that admits the same. One that has the name
# must admit the same.
find_rule() { # NAME DIRECTION PROTOCOL REMOTE [PORT_MIN PORT_MAX]
  local found
  FIND=(find_rule "$@")
  WHAT="rule $1"
  found=$(jq -r --arg name "$1" --arg direction "$2" --arg protocol "$3" --arg remote "$4" \
    --arg port_min "${5-}" --arg port_max "${6-}" '
    def same: .direction == $direction and .protocol == $protocol
      and (.remote | .cidr_block // .address // .id) == $remote
      and ([.port_min, .port_max] | map(. // "" | tostring)) == [$port_min, $port_max]
      and .type == null and .code == null;
    if $name == "" then map(select(same))[0].id // ""
    else
      map(select(.name == $name))
      | if all(.[]; same) then .[0].id // "" else "! \(.[0].id) of this name admits something else" end
    end' <<<"$ANSWER")
  picked "$found"
}

# Picks from the gateways of a VPC in ANSWER the one with a name and a target. A VPC
# takes one gateway for each name and each target.
find_gateway() { # NAME TARGET
  local found
  FIND=(find_gateway "$@")
  WHAT="gateway $1"
  found=$(jq -r --arg name "$1" --arg target "$2" '
    def reaches: .target.crn // .target.name;
    map(select(.name == $name or reaches == $target))
    | if all(.[]; .name == $name and reaches == $target) then .[0].id // ""
      else "! the VPC has " + (map("gateway \(.name) (\(.id)) for \(reaches)") | join(" and "))
        + ", so that it cannot be made for \($target)"
      end' <<<"$ANSWER")
  picked "$found"
}

# Picks from the reserved IPs of a subnet in ANSWER the one of this name, which must have
# this address where one is given.
find_address() { # NAME [ADDRESS]
  local found
  FIND=(find_address "$@")
  WHAT="reserved IP $1"
  found=$(jq -r --arg name "$1" --arg address "${2-}" '
    map(select(.name == $name or .address == $address))
    | if length == 0 then ""
      elif length == 1 and (.[0].address | . == $address or . == "0.0.0.0" or $address == "") then .[0].id
      else "! the subnet has " + (map("\(.name) (\(.address))") | join(" and ")) + " in its way"
      end' <<<"$ANSWER")
  picked "$found"
}

# Whether the reserved IP in ANSWER is bound to a gateway: then its ID is in FOUND.
find_bound() { # RESERVED_IP GATEWAY
  local found
  FIND=(find_bound "$@")
  WHAT="binding of reserved IP $1"
  found=$(jq -r --arg gateway "$2" '
    (.target.id // "") as $holder
    | if $holder == "" then "" elif $holder == $gateway then "yes" else "! it is bound to \($holder)" end' <<<"$ANSWER")
  [[ $found != yes ]] || found=$1
  picked "$found"
}

# Whether none of these reserved IPs is there.
none_reserved() { # [SUBNET NAME]...
  while (($# > 0)); do
    reserved_ips "$1"
    if jq -e --arg name "$2" 'any(.[]; .name == $name)' >/dev/null <<<"$ANSWER"; then
      say "  reserved IP $2 is there already; the gateway gets its addresses in the next steps"
      return 1
    fi
    shift 2
  done
}

# Creates what was not found, and leaves its ID in FOUND. Where the answer leaves open
# whether it was made, or IBM Cloud is busy or the VPC locked, it looks before each
# further try.
or_create() { # REQUEST...
  local try problem
  if [[ -n $FOUND ]]; then
    say "  there already, and kept: $FOUND"
    return
  fi
  if [[ -n $DRY_RUN ]]; then
    tell "$@"
    FOUND="$UNMADE$WHAT)"
    return
  fi
  for ((try = 1; ; try++)); do
    if try_create "$@"; then
      FOUND=$(jq -r '.id // ""' <<<"$ANSWER")
      [[ -n $FOUND ]] || stop "the answer has no ID: $ANSWER"
      say "  created: $FOUND"
      return
    fi
    problem=$PROBLEM
    [[ -n $BUSY ]] || stop "$problem"
    say "  $problem"
    pause
    look_again
    if [[ -n $FOUND ]]; then
      say "  created all the same: $FOUND"
      return
    fi
    ((try < RETRY_LIMIT)) || stop "$problem ($try tries)"
  done
}

# Prints where in the plan something is, and its ID.
made() { # PLACE ID
  [[ $2 == "$UNMADE"* ]] || printf '{"place":"%s","id":"%s"}\n' "$1" "$2"
}

# Waits until a VPC or subnet is available.
wait_available() { # WHAT...
  local status try
  [[ -z $DRY_RUN ]] || return 0
  for ((try = 1; ; try++)); do
    show "$@"
    status=$(jq -r .status <<<"$ANSWER")
    case $status in
      available) return ;;
      failed | deleting) stop "it is $status" ;;
      pending) ;;
      *) say "  unknown status $status" ;;
    esac
    ((try < POLL_LIMIT)) || stop "it is still $status after $try looks"
    pause
  done
}

# Prints why the gateway in ANSWER is in its state.
gateway_reasons() {
  jq -r '[.lifecycle_reasons[]? | "\(.code): \(.message)"] | join("; ") | if . == "" then "no reason is given" else . end' <<<"$ANSWER"
}

# Prints where the gateway in ANSWER stands: its state, or the reason for it.
gateway_state() {
  jq -r '
    [.lifecycle_reasons[]?.code] as $codes
    | if .lifecycle_state == "stable" then
        if all(.ips[]?; .address != "0.0.0.0") then "stable" else "pending" end
      else
        first(("access_denied", "access_expired", "resource_suspended_by_provider", "internal_error",
          "access_pending", "dns_resolution_binding_pending") | select(. as $code | any($codes[]; . == $code)))
        // .lifecycle_state
      end' <<<"$ANSWER"
}

# Waits until a gateway is stable and its addresses are known. A provider of a Private
# Path service can take days to admit it: having asked is enough.
wait_gateway() { # WHAT...
  local state try
  [[ -z $DRY_RUN ]] || return 0
  for ((try = 1; ; try++)); do
    show "$@"
    state=$(gateway_state)
    case $state in
      stable) return ;;
      access_pending)
        ASKED+=" $(jq -r .id <<<"$ANSWER")"
        say "  it waits until the provider of its service admits it (access_pending)"
        return
        ;;
      access_denied) stop "the provider of its service does not admit it (access_denied); delete the gateway to ask again" ;;
      access_expired) stop "the provider of its service did not answer in time (access_expired); delete the gateway to ask again" ;;
      resource_suspended_by_provider) stop "it was suspended by its provider (resource_suspended_by_provider)" ;;
      failed | internal_error) stop "it has failed ($(gateway_reasons)); delete it to have it created again" ;;
      suspended) stop "it is suspended ($(gateway_reasons))" ;;
      deleting) stop 'it is being deleted' ;;
      pending | updating | waiting | dns_resolution_binding_pending) ;;
      *) say "  unknown state $state" ;;
    esac
    ((try < POLL_LIMIT)) || stop "it is still $state after $try looks"
    pause
  done
}

# Waits until the address of the reserved IP in ANSWER is known, and prints it with its
# place in the plan. Where its gateway waits for a provider, a minute is enough.
has_address() { # PLACE WHAT...
  local place=$1 limit=$POLL_LIMIT state holder line asked try
  shift
  for ((try = 1; ; try++)); do
    {
      read -r state
      read -r holder
      read -r line
    } < <(jq -r --arg place "$place" '
      (.address // "0.0.0.0") as $address
      | if (.lifecycle_state // "stable") != "stable" then .lifecycle_state
        elif $address == "0.0.0.0" then "pending" else "stable" end,
      .target.id // "none",
      ({place: $place, id, name} + if $address == "0.0.0.0" then {} else {address: $address} end | tojson)' <<<"$ANSWER")
    case $state in
      stable) break ;;
      deleting | failed | suspended) stop "its reserved IP is $state" ;;
      pending | updating | waiting) ;;
      *) say "  unknown state $state" ;;
    esac
    asked=''
    if [[ "$ASKED " == *" $holder "* ]]; then
      asked=yes
      ((limit < 12)) || limit=12
    fi
    if [[ -n $DRY_RUN ]] || ((try >= limit)); then
      [[ -n $DRY_RUN || -n $asked ]] || stop "its address is still not known after $try looks"
      say '  its address is not known yet'
      break
    fi
    pause
    show "$@"
  done
  printf '%s\n' "$line"
}

# Tells in the end what has not been admitted yet.
waiting() {
  [[ -z $ASKED ]] || say "Not admitted yet by the provider of its service:$ASKED"
}

# Tells how the script is used.
usage() {
  cat <<'TEXT'
Usage: bash create.sh [--dry-run | --help]

Makes sure that everything in the plan exists. What is there already is kept, what is
missing is created, one thing after the other. After a failure, run it again.

  --dry-run  looks up what is there, tells what would be created, changes nothing;
             the region must be selected already

Progress and errors go to standard error. Standard output has one line of JSON for each
thing that is there: its place in the plan and its ID, for `vpe-planner adopt`.

Needs bash, jq, and ibmcloud with the plug-in vpc-infrastructure, of the versions that the
head of this file names; ibmcloud must be logged in.

Environment:
  POLL_SECONDS  seconds between two looks or tries (5)
  POLL_LIMIT    looks at what is not ready yet before giving up (360)
  RETRY_LIMIT   tries of one command while IBM Cloud is busy (10)

Exit status: 0 done, 1 stopped, 2 wrong arguments, 129, 130 or 143 interrupted.
TEXT
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

# Lists things into ANSWER, to pick from.
list() { # ARGUMENT...
  LOOK=(list "$@")
  fetch "$@"
}

# Lists the reserved IPs of a subnet into ANSWER.
reserved_ips() { # SUBNET
  fetch is subnet-reserved-ips "$1"
}

# Adds to IPS the flag that reserves an address along with a gateway.
new_ip() { # SUBNET NAME AUTO_DELETE [ADDRESS]
  [[ -z $FOUND ]] || return 0
  IPS+=(--new-reserved-ip "$(jq -nc --arg subnet "$1" --arg name "$2" --argjson auto_delete "$3" --arg address "${4-}" \
    '{subnet: {id: $subnet}, name: $name, address: $address, auto_delete: $auto_delete}
    | if $address == "" then del(.address) else . end')")
}

# Creates the gateway without the new reserved IPs in IPS where one of them is there.
addresses_apart() { # [SUBNET NAME]...
  [[ -z $FOUND ]] || return 0
  none_reserved "$@" || IPS=()
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

# Finds the account's default resource group.
default_group() {
  list resource groups --default
  FOUND=$(jq -r '.[0].id // ""' <<<"$ANSWER")
  [[ -n $FOUND ]] || stop 'the account has no default resource group'
}

# Creates something, once.
try_create() { # ARGUMENT...
  run "$@"
}

# Tells the command that would be run.
tell() { # ARGUMENT...
  local word line=ibmcloud
  if [[ $* == *"${UNMADE}gateway "* && $* != *resource-binding* ]]; then
    say '  would come with the gateway'
    return
  fi
  for word in "$@"; do
    [[ $word =~ ^[-A-Za-z0-9_.,:/=]+$ ]] || word=${word@Q}
    line+=" $word"
  done
  say "  would run: $line"
}

# Makes sure that a gateway has the reserved IP in FOUND and that its address is known.
bind_ip() { # PLACE GATEWAY VPC SUBNET
  local ip=$FOUND
  [[ $ip != "$UNMADE"* ]] || return 0
  look is subnet-reserved-ip "$4" "$ip" --vpc "$3"
  find_bound "$ip" "$2"
  [[ -n $FOUND ]] || or_create is endpoint-gateway-reserved-ip-bind "$2" --vpc "$3" --rip "$ip"
  [[ $2 == "$UNMADE"* ]] || has_address "$1" is subnet-reserved-ip "$4" "$ip" --vpc "$3"
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
target us-south \
  7f2c4e91b0d84a6f9c3355e1a0b27d48

look_up 'the default resource group'
default_group
RESOURCE_GROUP=$FOUND

step 1 'VPC workloads'
list is vpcs --all-resource-groups
find_named VPC workloads
or_create is vpc-create workloads \
  --address-prefix-management auto \
  --resource-group-id "$RESOURCE_GROUP"
VPC_WORKLOADS=$FOUND
wait_available is vpc "$VPC_WORKLOADS"
made vpcs/workloads "$VPC_WORKLOADS"

step 2 'subnet vpe-1 in us-south-1'
list is subnets --vpc "$VPC_WORKLOADS" --all-resource-groups
find_named subnet vpe-1 ipv4_cidr_block 10.240.8.0/27
or_create is subnet-create vpe-1 "$VPC_WORKLOADS" \
  --ipv4-cidr-block 10.240.8.0/27 \
  --resource-group-id "$RESOURCE_GROUP"
SUBNET_VPE_1=$FOUND
wait_available is subnet "$SUBNET_VPE_1" --vpc "$VPC_WORKLOADS"
made subnets/vpe-1 "$SUBNET_VPE_1"

step 3 'subnet vpe-2 in us-south-2'
list is subnets --vpc "$VPC_WORKLOADS" --all-resource-groups
find_named subnet vpe-2 ipv4_cidr_block 10.240.72.0/27
or_create is subnet-create vpe-2 "$VPC_WORKLOADS" \
  --ipv4-cidr-block 10.240.72.0/27 \
  --resource-group-id "$RESOURCE_GROUP"
SUBNET_VPE_2=$FOUND
wait_available is subnet "$SUBNET_VPE_2" --vpc "$VPC_WORKLOADS"
made subnets/vpe-2 "$SUBNET_VPE_2"

step 4 'subnet vpe-3 in us-south-3'
list is subnets --vpc "$VPC_WORKLOADS" --all-resource-groups
find_named subnet vpe-3 ipv4_cidr_block 10.240.136.0/27
or_create is subnet-create vpe-3 "$VPC_WORKLOADS" \
  --ipv4-cidr-block 10.240.136.0/27 \
  --resource-group-id "$RESOURCE_GROUP"
SUBNET_VPE_3=$FOUND
wait_available is subnet "$SUBNET_VPE_3" --vpc "$VPC_WORKLOADS"
made subnets/vpe-3 "$SUBNET_VPE_3"

step 5 'security group cluster-clients'
list is security-groups --vpc "$VPC_WORKLOADS" --all-resource-groups
find_named 'security group' cluster-clients
or_create is security-group-create cluster-clients "$VPC_WORKLOADS" \
  --resource-group-id "$RESOURCE_GROUP"
SECURITY_GROUP_CLUSTER_CLIENTS=$FOUND
made security_groups/cluster-clients "$SECURITY_GROUP_CLUSTER_CLIENTS"

step 6 'security group data-clients'
list is security-groups --vpc "$VPC_WORKLOADS" --all-resource-groups
find_named 'security group' data-clients
or_create is security-group-create data-clients "$VPC_WORKLOADS" \
  --resource-group-id "$RESOURCE_GROUP"
SECURITY_GROUP_DATA_CLIENTS=$FOUND
made security_groups/data-clients "$SECURITY_GROUP_DATA_CLIENTS"

step 7 'rule api-server of cluster-clients'
list is security-group-rules "$SECURITY_GROUP_CLUSTER_CLIENTS" --vpc "$VPC_WORKLOADS"
find_rule api-server inbound tcp 10.240.0.0/16 30996 30996
or_create is security-group-rule-add "$SECURITY_GROUP_CLUSTER_CLIENTS" inbound tcp \
  --vpc "$VPC_WORKLOADS" \
  --remote 10.240.0.0/16 \
  --port-min 30996 \
  --port-max 30996 \
  --name api-server
made rules/api-server "$FOUND"

step 8 'rule kafka of data-clients'
list is security-group-rules "$SECURITY_GROUP_DATA_CLIENTS" --vpc "$VPC_WORKLOADS"
find_rule kafka inbound tcp 10.240.0.0/16 443 9093
or_create is security-group-rule-add "$SECURITY_GROUP_DATA_CLIENTS" inbound tcp \
  --vpc "$VPC_WORKLOADS" \
  --remote 10.240.0.0/16 \
  --port-min 443 \
  --port-max 9093 \
  --name kafka
made rules/kafka "$FOUND"

step 9 'rule postgres of data-clients'
list is security-group-rules "$SECURITY_GROUP_DATA_CLIENTS" --vpc "$VPC_WORKLOADS"
find_rule postgres inbound tcp 10.240.0.0/16 31525 31525
or_create is security-group-rule-add "$SECURITY_GROUP_DATA_CLIENTS" inbound tcp \
  --vpc "$VPC_WORKLOADS" \
  --remote 10.240.0.0/16 \
  --port-min 31525 \
  --port-max 31525 \
  --name postgres
made rules/postgres "$FOUND"

step 10 'gateway cluster'
list is endpoint-gateways --vpc "$VPC_WORKLOADS" --all-resource-groups
find_gateway cluster crn:v1:bluemix:public:containers-kubernetes:us-east:a/0b5e00334eaf9eb9339d2ab48f7326b4:bs8j6d5f0v3k7q2m1n4g::
IPS=()
new_ip "$SUBNET_VPE_1" cluster-us-south-1 false
new_ip "$SUBNET_VPE_2" cluster-us-south-2 false
new_ip "$SUBNET_VPE_3" cluster-us-south-3 false
addresses_apart \
  "$SUBNET_VPE_1" cluster-us-south-1 \
  "$SUBNET_VPE_2" cluster-us-south-2 \
  "$SUBNET_VPE_3" cluster-us-south-3
or_create is endpoint-gateway-create \
  --name cluster \
  --vpc "$VPC_WORKLOADS" \
  --target-type provider_cloud_service \
  --target crn:v1:bluemix:public:containers-kubernetes:us-east:a/0b5e00334eaf9eb9339d2ab48f7326b4:bs8j6d5f0v3k7q2m1n4g:: \
  --sg "$SECURITY_GROUP_CLUSTER_CLIENTS" \
  --dns-resolution-binding-mode primary \
  --resource-group-id "$RESOURCE_GROUP" \
  "${IPS[@]}"
GATEWAY_CLUSTER=$FOUND
wait_gateway is endpoint-gateway "$GATEWAY_CLUSTER" --vpc "$VPC_WORKLOADS"
made gateways/cluster "$GATEWAY_CLUSTER"

step 11 'address of gateway cluster in us-south-1'
list is subnet-reserved-ips "$SUBNET_VPE_1" --vpc "$VPC_WORKLOADS"
find_address cluster-us-south-1
or_create is subnet-reserved-ip-create "$SUBNET_VPE_1" --vpc "$VPC_WORKLOADS" \
  --name cluster-us-south-1 \
  --target "$GATEWAY_CLUSTER" \
  --auto-delete false
bind_ip gateways/cluster/addresses/us-south-1 "$GATEWAY_CLUSTER" "$VPC_WORKLOADS" "$SUBNET_VPE_1"

step 12 'address of gateway cluster in us-south-2'
list is subnet-reserved-ips "$SUBNET_VPE_2" --vpc "$VPC_WORKLOADS"
find_address cluster-us-south-2
or_create is subnet-reserved-ip-create "$SUBNET_VPE_2" --vpc "$VPC_WORKLOADS" \
  --name cluster-us-south-2 \
  --target "$GATEWAY_CLUSTER" \
  --auto-delete false
bind_ip gateways/cluster/addresses/us-south-2 "$GATEWAY_CLUSTER" "$VPC_WORKLOADS" "$SUBNET_VPE_2"

step 13 'address of gateway cluster in us-south-3'
list is subnet-reserved-ips "$SUBNET_VPE_3" --vpc "$VPC_WORKLOADS"
find_address cluster-us-south-3
or_create is subnet-reserved-ip-create "$SUBNET_VPE_3" --vpc "$VPC_WORKLOADS" \
  --name cluster-us-south-3 \
  --target "$GATEWAY_CLUSTER" \
  --auto-delete false
bind_ip gateways/cluster/addresses/us-south-3 "$GATEWAY_CLUSTER" "$VPC_WORKLOADS" "$SUBNET_VPE_3"

step 14 'gateway events'
list is endpoint-gateways --vpc "$VPC_WORKLOADS" --all-resource-groups
find_gateway events crn:v1:bluemix:public:messagehub:us-south:a/b0d93a7c5f1e4862a9e07d41c3f8256b:4b1e9c52-7d03-4c8a-9f21-0a6c7e5d3b18::
IPS=()
new_ip "$SUBNET_VPE_1" events-us-south-1 false
new_ip "$SUBNET_VPE_2" events-us-south-2 false
new_ip "$SUBNET_VPE_3" events-us-south-3 false
addresses_apart \
  "$SUBNET_VPE_1" events-us-south-1 \
  "$SUBNET_VPE_2" events-us-south-2 \
  "$SUBNET_VPE_3" events-us-south-3
or_create is endpoint-gateway-create \
  --name events \
  --vpc "$VPC_WORKLOADS" \
  --target-type provider_cloud_service \
  --target crn:v1:bluemix:public:messagehub:us-south:a/b0d93a7c5f1e4862a9e07d41c3f8256b:4b1e9c52-7d03-4c8a-9f21-0a6c7e5d3b18:: \
  --sg "$SECURITY_GROUP_DATA_CLIENTS" \
  --dns-resolution-binding-mode primary \
  --resource-group-id "$RESOURCE_GROUP" \
  "${IPS[@]}"
GATEWAY_EVENTS=$FOUND
wait_gateway is endpoint-gateway "$GATEWAY_EVENTS" --vpc "$VPC_WORKLOADS"
made gateways/events "$GATEWAY_EVENTS"

step 15 'address of gateway events in us-south-1'
list is subnet-reserved-ips "$SUBNET_VPE_1" --vpc "$VPC_WORKLOADS"
find_address events-us-south-1
or_create is subnet-reserved-ip-create "$SUBNET_VPE_1" --vpc "$VPC_WORKLOADS" \
  --name events-us-south-1 \
  --target "$GATEWAY_EVENTS" \
  --auto-delete false
bind_ip gateways/events/addresses/us-south-1 "$GATEWAY_EVENTS" "$VPC_WORKLOADS" "$SUBNET_VPE_1"

step 16 'address of gateway events in us-south-2'
list is subnet-reserved-ips "$SUBNET_VPE_2" --vpc "$VPC_WORKLOADS"
find_address events-us-south-2
or_create is subnet-reserved-ip-create "$SUBNET_VPE_2" --vpc "$VPC_WORKLOADS" \
  --name events-us-south-2 \
  --target "$GATEWAY_EVENTS" \
  --auto-delete false
bind_ip gateways/events/addresses/us-south-2 "$GATEWAY_EVENTS" "$VPC_WORKLOADS" "$SUBNET_VPE_2"

step 17 'address of gateway events in us-south-3'
list is subnet-reserved-ips "$SUBNET_VPE_3" --vpc "$VPC_WORKLOADS"
find_address events-us-south-3
or_create is subnet-reserved-ip-create "$SUBNET_VPE_3" --vpc "$VPC_WORKLOADS" \
  --name events-us-south-3 \
  --target "$GATEWAY_EVENTS" \
  --auto-delete false
bind_ip gateways/events/addresses/us-south-3 "$GATEWAY_EVENTS" "$VPC_WORKLOADS" "$SUBNET_VPE_3"

step 18 'gateway orders'
list is endpoint-gateways --vpc "$VPC_WORKLOADS" --all-resource-groups
find_gateway orders crn:v1:bluemix:public:databases-for-postgresql:us-south:a/b0d93a7c5f1e4862a9e07d41c3f8256b:9f0c2d4e-51b7-4a38-8e6d-3c1b7f0a2e95::
IPS=()
new_ip "$SUBNET_VPE_1" orders-us-south-1 false
new_ip "$SUBNET_VPE_2" orders-us-south-2 false
new_ip "$SUBNET_VPE_3" orders-us-south-3 false
addresses_apart \
  "$SUBNET_VPE_1" orders-us-south-1 \
  "$SUBNET_VPE_2" orders-us-south-2 \
  "$SUBNET_VPE_3" orders-us-south-3
or_create is endpoint-gateway-create \
  --name orders \
  --vpc "$VPC_WORKLOADS" \
  --target-type provider_cloud_service \
  --target crn:v1:bluemix:public:databases-for-postgresql:us-south:a/b0d93a7c5f1e4862a9e07d41c3f8256b:9f0c2d4e-51b7-4a38-8e6d-3c1b7f0a2e95:: \
  --sg "$SECURITY_GROUP_DATA_CLIENTS" \
  --dns-resolution-binding-mode primary \
  --resource-group-id "$RESOURCE_GROUP" \
  "${IPS[@]}"
GATEWAY_ORDERS=$FOUND
wait_gateway is endpoint-gateway "$GATEWAY_ORDERS" --vpc "$VPC_WORKLOADS"
made gateways/orders "$GATEWAY_ORDERS"

step 19 'address of gateway orders in us-south-1'
list is subnet-reserved-ips "$SUBNET_VPE_1" --vpc "$VPC_WORKLOADS"
find_address orders-us-south-1
or_create is subnet-reserved-ip-create "$SUBNET_VPE_1" --vpc "$VPC_WORKLOADS" \
  --name orders-us-south-1 \
  --target "$GATEWAY_ORDERS" \
  --auto-delete false
bind_ip gateways/orders/addresses/us-south-1 "$GATEWAY_ORDERS" "$VPC_WORKLOADS" "$SUBNET_VPE_1"

step 20 'address of gateway orders in us-south-2'
list is subnet-reserved-ips "$SUBNET_VPE_2" --vpc "$VPC_WORKLOADS"
find_address orders-us-south-2
or_create is subnet-reserved-ip-create "$SUBNET_VPE_2" --vpc "$VPC_WORKLOADS" \
  --name orders-us-south-2 \
  --target "$GATEWAY_ORDERS" \
  --auto-delete false
bind_ip gateways/orders/addresses/us-south-2 "$GATEWAY_ORDERS" "$VPC_WORKLOADS" "$SUBNET_VPE_2"

step 21 'address of gateway orders in us-south-3'
list is subnet-reserved-ips "$SUBNET_VPE_3" --vpc "$VPC_WORKLOADS"
find_address orders-us-south-3
or_create is subnet-reserved-ip-create "$SUBNET_VPE_3" --vpc "$VPC_WORKLOADS" \
  --name orders-us-south-3 \
  --target "$GATEWAY_ORDERS" \
  --auto-delete false
bind_ip gateways/orders/addresses/us-south-3 "$GATEWAY_ORDERS" "$VPC_WORKLOADS" "$SUBNET_VPE_3"

waiting
say 'Done.'
