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
