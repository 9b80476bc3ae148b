# Picks from the DNS resolution bindings of a VPC in ANSWER the one with a name, which must
# lead to the hub. A VPC takes one.
find_dns_binding() { # NAME HUB
  local found
  FIND=(find_dns_binding "$@")
  WHAT="DNS resolution binding $1"
  found=$(jq -r --arg name "$1" --arg hub "$2" '
    def leads: .vpc | .id == $hub or .crn == $hub;
    if all(.[]; .name == $name and leads) then .[0].id // ""
    else "the VPC has " + (map("\(.name) (\(.id)) to \(.vpc.name)") | join(" and ")) + ", and takes one"
    end' <<<"$ANSWER")
  picked "$found"
}
