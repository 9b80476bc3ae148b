# Picks from the resource bindings of a gateway in ANSWER the one with a name and a target.
find_resource_binding() { # NAME TARGET
  local found
  FIND=(find_resource_binding "$@")
  WHAT="resource binding $1"
  found=$(jq -r --arg name "$1" --arg target "$2" '
    map(select(.name == $name or .target.crn == $target))
    | if all(.[]; .name == $name and .target.crn == $target) then .[0].id // ""
      else "the gateway has " + (map("\(.name) (\(.id)) for \(.target.crn)") | join(" and "))
        + ", so that it cannot be made for \($target)"
      end' <<<"$ANSWER")
  picked "$found"
}
