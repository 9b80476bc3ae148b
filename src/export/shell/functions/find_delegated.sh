# Whether a VPC's resolver is delegated to a hub: then the hub's ID is in FOUND.
find_delegated() { # HUB WHAT...
  FOUND=''
  [[ $* != *"$UNMADE"* ]] || return 0
  show "${@:2}"
  FOUND=$(jq -r --arg hub "$1" '
    .dns.resolver
    | if .type == "delegated" then .vpc | select(.id == $hub or .crn == $hub) | .id // .crn else empty end' <<<"$ANSWER")
  [[ -z $FOUND ]] || say '  delegated already'
}
