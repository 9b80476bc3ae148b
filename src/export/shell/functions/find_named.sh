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
