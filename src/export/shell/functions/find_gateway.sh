# Picks from the gateways of a VPC in ANSWER the one with a name and a target. A VPC
# takes one gateway for each name and each target.
find_gateway() { # NAME TARGET
  local others
  FIND=(find_gateway "$@")
  WHAT="gateway $1"
  FOUND=$(jq -r --arg name "$1" --arg target "$2" '
    [.[] | select(.name == $name and (.target.crn // .target.name) == $target) | .id] | join(", ")' <<<"$ANSWER")
  others=$(jq -r --arg name "$1" --arg target "$2" '
    def reaches: .target.crn // .target.name;
    map(select((.name == $name) != (reaches == $target)) | "gateway \(.name) (\(.id)) for \(reaches)")
    | join(" and ")' <<<"$ANSWER")
  [[ -z $others ]] || stop "the VPC has $others, so that $1 for $2 cannot be made"
}
