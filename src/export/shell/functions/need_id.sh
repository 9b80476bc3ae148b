# As find_id, for what must be there.
need_id() { # KIND NAME
  local list id
  list=$(cat)
  [[ -n $list ]] || exit 1
  id=$(find_id "$@" <<<"$list") || exit 1
  if [[ -z $id ]]; then
    stop "no $1 is named $2; there are: $(jq -r '[.[] | "\(.name) (\(.id))"] | join(", ")' <<<"$list")"
  fi
  printf '%s\n' "$id"
}
