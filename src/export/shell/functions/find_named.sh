# Picks from the list in ANSWER the one that has a name: its ID is in FOUND, which is
# empty where there is none. Where a field is given, it must have that value.
find_named() { # KIND NAME [FIELD VALUE]
  local value
  FIND=(find_named "$@")
  WHAT="$1 $2"
  FOUND=$(jq -r --arg name "$2" '[.[] | select(.name == $name) | .id] | join(", ")' <<<"$ANSWER")
  [[ $FOUND != *,* ]] || stop "several of kind $1 are named $2: $FOUND"
  if [[ -n $FOUND && $# -gt 2 ]]; then
    value=$(jq -r --arg id "$FOUND" --arg field "$3" '.[] | select(.id == $id) | .[$field]' <<<"$ANSWER")
    [[ $value == "$4" ]] || stop "$1 $2 exists as $FOUND with $3 $value instead of $4"
  fi
}
