# Reads a list and prints the id of the one that has a name, or nothing. Where a
# field is given, the one found must have that value there.
find_id() { # KIND NAME [FIELD VALUE]
  local list ids value
  list=$(cat)
  [[ -n $list ]] || exit 1
  ids=$(jq -r --arg name "$2" '.[] | select(.name == $name) | .id' <<<"$list") || exit 1
  if [[ $ids == *$'\n'* ]]; then
    stop "several of kind $1 are named $2: ${ids//$'\n'/, }"
  fi
  if [[ -n $ids && $# -gt 2 ]]; then
    value=$(jq -r --arg id "$ids" --arg field "$3" '.[] | select(.id == $id) | .[$field]' <<<"$list") || exit 1
    [[ $value == "$4" ]] || stop "$1 $2 exists as $ids with $3 $value instead of $4"
  fi
  printf '%s\n' "$ids"
}
