# As find_named, for what must be there.
need_named() { # KIND NAME
  find_named "$@"
  [[ -n $FOUND ]] || stop "no $1 is named $2; there are: $(jq -r '[.[] | "\(.name) (\(.id))"] | join(", ")' <<<"$ANSWER")"
}
