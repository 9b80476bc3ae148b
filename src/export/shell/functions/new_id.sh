# Reads what was made and prints its id: an exit status alone proves nothing.
new_id() {
  local made id
  made=$(cat)
  [[ -n $made ]] || exit 1
  id=$(jq -r '.id // empty' <<<"$made") || exit 1
  [[ -n $id ]] || stop "the answer has no id: $made"
  printf '%s\n' "$id"
}
