#!/usr/bin/env bash
# Plan: What exists changes in place
# Content: ee61d270b7e9
# Written for: VPC API version 2026-10-06, bash 4.4 or later, curl, jq
# Region: eu-gb. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.
#
# Makes sure that everything in the plan exists: `bash create.sh --dry-run` tells what it
# would do, `bash create.sh > made.jsonl` does it. Run it again after a failure: what is
# there is kept. The lines of made.jsonl, a place in the plan and an ID each, are what
# `vpe-planner adopt PLAN made.jsonl` reads, so that the plan knows what was made. The
# bodies of the requests are in bodies/, as JSON in which IDs not known yet are variables.

if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] < 404)); then
  echo "Stopped: bash 4.4 or later is needed, and this is $BASH_VERSION." >&2
  exit 1
fi
set -eEuo pipefail
shopt -s inherit_errexit

POLL_SECONDS=${POLL_SECONDS:-5} # between two looks or tries
POLL_LIMIT=${POLL_LIMIT:-360}   # looks at what is not ready yet before giving up
RETRY_LIMIT=${RETRY_LIMIT:-10}  # tries of one call while IBM Cloud is busy

IAM_API=${IBMCLOUD_IAM_API_ENDPOINT:-https://iam.cloud.ibm.com}
VPC_API=${IBMCLOUD_IS_NG_API_ENDPOINT:-https://eu-gb.iaas.cloud.ibm.com/v1}
RESOURCE_API=${IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT:-https://resource-controller.cloud.ibm.com}
TAGS_API=${IBMCLOUD_GT_API_ENDPOINT:-https://tags.global-search-tagging.cloud.ibm.com}
API_VERSION=2026-10-06
LOGGED_IN_AT='' # when the script got the token itself
BODIES=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)/bodies

DRY_RUN=''
WHERE='before step 1'
STEPS=13
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

# Finds the CRN of what a look shows.
find_crn() { # WHAT...
  FOUND=''
  CRN='(the CRN of what is not there yet)'
  [[ $* != *"$UNMADE"* ]] || return 0
  show "$@"
  CRN=$(jq -er .crn <<<"$ANSWER")
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

# Whether the gateway in ANSWER has these values: then its ID is in FOUND.
find_set() { # [KEY VALUE]...
  FIND=(find_set "$@")
  FOUND=$(jq -r --args '
    . as $gateway
    | if all(range(0; $ARGS.positional | length; 2);
        . as $i | ($gateway[$ARGS.positional[$i]] | tostring) == $ARGS.positional[$i + 1])
      then .id else "" end' "$@" <<<"$ANSWER")
}

# Whether a security group is attached to the gateway in ANSWER: then its ID is in FOUND.
find_attached() { # GROUP
  FIND=(find_attached "$@")
  FOUND=$(jq -r --arg group "$1" 'first(.security_groups[]? | select(.id == $group).id) // ""' <<<"$ANSWER")
}

# Whether the gateway in ANSWER is without a group or an address: then its ID is in FOUND,
# else that of the other is in PART.
find_without() { # security_groups|ips KEY VALUE
  FIND=(find_without "$@")
  FOUND=''
  PART=$(jq -r --arg list "$1" --arg key "$2" --arg value "$3" \
    'first(.[$list][]? | select(.[$key] == $value).id) // ""' <<<"$ANSWER")
  [[ -n $PART ]] || FOUND=$(jq -r .id <<<"$ANSWER")
}

# Changes what was not found to be as wanted. Where the answer leaves open whether it was
# changed, or IBM Cloud is busy, it looks before each further try.
or_change() { # REQUEST...
  local try problem
  if [[ -n $FOUND ]]; then
    say '  as wanted already'
    return
  fi
  if [[ -n $DRY_RUN ]]; then
    tell "$@"
    return
  fi
  for ((try = 1; ; try++)); do
    if try_change "$@"; then
      say '  changed'
      return
    fi
    problem=$PROBLEM
    [[ -n $BUSY ]] || stop "$problem"
    say "  $problem"
    pause
    look_again
    if [[ -n $FOUND ]]; then
      say '  changed all the same'
      return
    fi
    ((try < RETRY_LIMIT)) || stop "$problem ($try tries)"
  done
}

# Prints where in the plan something is, and its ID.
made() { # PLACE ID
  [[ $2 == "$UNMADE"* ]] || printf '{"place":"%s","id":"%s"}\n' "$1" "$2"
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

  --dry-run  looks up what is there, tells what would be created, changes nothing

Progress and errors go to standard error. Standard output has one line of JSON for each
thing that is there: its place in the plan and its ID, for `vpe-planner adopt`.

Needs bash 4.4, curl and jq, or later ones.

Environment:
  IBMCLOUD_API_KEY  key of the account, or instead
  IAM_TOKEN         a ready token
  POLL_SECONDS      seconds between two looks or tries, where IBM Cloud names none (5)
  POLL_LIMIT        looks at what is not ready yet before giving up (360)
  RETRY_LIMIT       tries of one request while IBM Cloud is busy (10)
  IBMCLOUD_IAM_API_ENDPOINT, IBMCLOUD_IS_NG_API_ENDPOINT, IBMCLOUD_GT_API_ENDPOINT,
  IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT  other hosts than the public ones

Exit status: 0 done, 1 stopped, 2 wrong arguments, 129, 130 or 143 interrupted.
TEXT
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

# Lists a collection into ANSWER, to pick from.
list() { # PATH[?QUERY]
  LOOK=(list "$1")
  fetch "$1"
}

# Lists resource groups into ANSWER.
list_groups() { # QUERY
  call GET "$RESOURCE_API/v2/resource_groups${1:+?$1}"
  ANSWER=$(jq -c .resources <<<"$ANSWER")
}

# Makes sure of the account that the token is for.
account() { # ACCOUNT
  local account
  list_groups default=true
  account=$(jq -r '.[0].account_id // "none"' <<<"$ANSWER")
  [[ $account == "$1" ]] || stop "the token is for account $account, not $1"
  say "Account $account."
}

# Makes the body of the next request, unless what it creates was found: from a file of
# JSON in which some IDs are variables.
body() { # FILE [JQ OPTION...]
  [[ -n $FOUND ]] || BODY=$(jq -n "${@:2}" --from-file "$BODIES/$1.jq")
}

# Sends a request that creates something, once.
try_create() { # METHOD PATH
  vpc_url "$2"
  if [[ -n $BODY ]]; then
    request "$1" "$URL" --header 'Content-Type: application/json' --data-binary "$BODY"
  else
    request "$1" "$URL"
  fi
}

# Sends the request that changes something, once.
try_change() { # METHOD PATH
  vpc_url "$2"
  if [[ $1 == PATCH ]]; then
    request "$1" "$URL" --header 'Content-Type: application/merge-patch+json' --data-binary "$BODY"
  else
    request "$1" "$URL"
  fi
}

# Tells the request that would be sent.
tell() { # METHOD PATH
  if [[ "$* $BODY" == *"${UNMADE}gateway "* && $* != *resource_bindings ]]; then
    say '  would come with the gateway'
    return
  fi
  say "  would send: $1 $2 $BODY"
}

# Prints a text as one part of a path or query.
uri() {
  if [[ $1 =~ ^[-0-9A-Za-z_]+$ || $1 == "$UNMADE"* ]]; then
    printf '%s' "$1"
  else
    jq -rn --arg text "$1" '$text | if . == "." or . == ".." then gsub("\\."; "%2E") else @uri end'
  fi
}

# Makes sure that a gateway has the reserved IP in FOUND and that its address is known.
bind_ip() { # PLACE GATEWAY SUBNET
  local ip=$FOUND path
  [[ $ip != "$UNMADE"* ]] || return 0
  path="/subnets/$(uri "$3")/reserved_ips/$(uri "$ip")"
  look "$path"
  find_bound "$ip" "$2"
  BODY=''
  [[ -n $FOUND ]] || or_create PUT "/endpoint_gateways/$(uri "$2")/ips/$(uri "$ip")"
  [[ $2 == "$UNMADE"* ]] || has_address "$1" "$path"
}

# Attaches the tags of the body. Those that are attached already stay.
attach_tags() { # KIND
  if [[ -n $DRY_RUN ]]; then
    say "  would send: POST /v3/tags/attach?tag_type=$1 $BODY"
    return
  fi
  call POST "$TAGS_API/v3/tags/attach?tag_type=$1" --header 'Content-Type: application/json' --data-binary "$BODY"
  jq -e 'all(.results[]?; .is_error != true)' >/dev/null <<<"$ANSWER" || stop "tags were refused: $ANSWER"
}

arguments "$@"
trap 'on_error $? $LINENO' ERR
trap 'on_exit $?' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

need curl 'sudo apt-get install curl, or: brew install curl'
need jq 'sudo apt-get install jq, or: brew install jq'
[[ -d $BODIES ]] || stop "$BODIES is missing, where the bodies of the requests are"
log_in
account 7f2c4e91b0d84a6f9c3355e1a0b27d48

# What the plan has the ID of
VPC_WEB=r018-4c7e1a90-52d3-4f8b-b6a1-90e37d5c2f14
GATEWAY_WEB_KMS=r018-d05b8f37-6e1c-4a92-8b40-7c93e2a6f518
SUBNET_WEB_1=0787-1b6f0d34-8e2a-4c59-a7d0-35f9c1e8b604
SUBNET_WEB_2=0797-6a2d9e05-b714-4830-9cf6-e18d4b07a253
GATEWAY_WEB_NTP=r018-83a0e6c4-1d7f-4b25-9f3c-06b5d8e72a91

step 1 'security group web-clients'
list "/security_groups?vpc.id=$VPC_WEB"
find_named 'security group' web-clients
body security-group-web-clients
or_create POST /security_groups
SECURITY_GROUP_WEB_CLIENTS=$FOUND
made security_groups/web-clients "$SECURITY_GROUP_WEB_CLIENTS"

step 2 'rule https of web-clients'
list "/security_groups/$SECURITY_GROUP_WEB_CLIENTS/rules"
find_rule https inbound tcp 10.242.0.0/16 443 443
body rule-https
or_create POST "/security_groups/$SECURITY_GROUP_WEB_CLIENTS/rules"
made rules/https "$FOUND"

step 3 'gateway web-kms: rename to web-kms'
look "/endpoint_gateways/$GATEWAY_WEB_KMS"
find_set name web-kms
body gateway-web-kms.name
or_change PATCH "/endpoint_gateways/$GATEWAY_WEB_KMS"
wait_gateway "/endpoint_gateways/$GATEWAY_WEB_KMS"

step 4 'gateway web-kms: set DNS mode primary'
look "/endpoint_gateways/$GATEWAY_WEB_KMS"
find_set dns_resolution_binding_mode primary
body gateway-web-kms.dns
or_change PATCH "/endpoint_gateways/$GATEWAY_WEB_KMS"
wait_gateway "/endpoint_gateways/$GATEWAY_WEB_KMS"

step 5 'gateway web-kms: attach security group web-clients'
look "/endpoint_gateways/$GATEWAY_WEB_KMS"
find_attached "$SECURITY_GROUP_WEB_CLIENTS"
BODY=''
or_change PUT "/security_groups/$SECURITY_GROUP_WEB_CLIENTS/targets/$GATEWAY_WEB_KMS"
wait_gateway "/endpoint_gateways/$GATEWAY_WEB_KMS"

step 6 'gateway web-kms: detach security group everyone'
look "/endpoint_gateways/$GATEWAY_WEB_KMS"
find_without security_groups id r018-2f91c6d8-0b4e-4735-9da2-58c0e7f31b69
BODY=''
or_change DELETE "/security_groups/$(uri "$PART")/targets/$GATEWAY_WEB_KMS"
wait_gateway "/endpoint_gateways/$GATEWAY_WEB_KMS"

step 7 'user tags of gateway web-kms'
find_crn "/endpoint_gateways/$GATEWAY_WEB_KMS"
body gateway-web-kms.user-tags --arg CRN "$CRN"
attach_tags user

step 8 'gateway web-kms: unbind address 10.242.0.20'
look "/endpoint_gateways/$GATEWAY_WEB_KMS"
find_without ips id 0787-9e4c7b12-f308-4d6a-85b1-c27f60ea9d43
BODY=''
or_change DELETE "/endpoint_gateways/$GATEWAY_WEB_KMS/ips/$(uri "$PART")"
wait_gateway "/endpoint_gateways/$GATEWAY_WEB_KMS"

step 9 'address of gateway web-kms in eu-gb-1'
list "/subnets/$SUBNET_WEB_1/reserved_ips"
find_address web-kms-eu-gb-1 10.242.0.8
body gateway-web-kms.address-eu-gb-1
or_create POST "/subnets/$SUBNET_WEB_1/reserved_ips"
bind_ip gateways/web-kms/addresses/eu-gb-1 "$GATEWAY_WEB_KMS" "$SUBNET_WEB_1"

step 10 'address of gateway web-kms in eu-gb-2'
list "/subnets/$SUBNET_WEB_2/reserved_ips"
find_address web-kms-eu-gb-2
body gateway-web-kms.address-eu-gb-2
or_create POST "/subnets/$SUBNET_WEB_2/reserved_ips"
bind_ip gateways/web-kms/addresses/eu-gb-2 "$GATEWAY_WEB_KMS" "$SUBNET_WEB_2"

step 11 'gateway web-ntp: set DNS mode disabled'
look "/endpoint_gateways/$GATEWAY_WEB_NTP"
find_set dns_resolution_binding_mode disabled
body gateway-web-ntp.dns
or_change PATCH "/endpoint_gateways/$GATEWAY_WEB_NTP"
wait_gateway "/endpoint_gateways/$GATEWAY_WEB_NTP"

step 12 'gateway web-ntp: unbind address 10.242.64.30'
look "/endpoint_gateways/$GATEWAY_WEB_NTP"
find_without ips address 10.242.64.30
BODY=''
or_change DELETE "/endpoint_gateways/$GATEWAY_WEB_NTP/ips/$(uri "$PART")"
wait_gateway "/endpoint_gateways/$GATEWAY_WEB_NTP"

step 13 'address of gateway web-ntp in eu-gb-1'
list "/subnets/$SUBNET_WEB_1/reserved_ips"
find_address web-ntp-eu-gb-1
body gateway-web-ntp.address-eu-gb-1
or_create POST "/subnets/$SUBNET_WEB_1/reserved_ips"
bind_ip gateways/web-ntp/addresses/eu-gb-1 "$GATEWAY_WEB_NTP" "$SUBNET_WEB_1"

waiting
say 'Done.'
