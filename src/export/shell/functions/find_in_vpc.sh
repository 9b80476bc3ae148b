# Picks from the list in ANSWER, which is of all VPCs, the one of a VPC that has a name.
find_in_vpc() { # KIND NAME VPC
  local found
  FIND=(find_in_vpc "$@")
  WHAT="$1 $2"
  found=$(jq -r --arg name "$2" --arg vpc "$3" '
    map(select(.name == $name and .vpc.id == $vpc))
    | if length > 1 then "! several have this name: " + (map(.id) | join(", ")) else .[0].id // "" end' <<<"$ANSWER")
  picked "$found"
}
