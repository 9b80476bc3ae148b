# Makes sure that the list in ANSWER has an ID.
need_listed() { # KIND ID
  jq -e --arg id "$2" 'any(.[]; .id == $id)' >/dev/null <<<"$ANSWER" ||
    stop "no $1 has the ID $2; there are: $(jq -r '[.[] | "\(.name) (\(.id))"] | join(", ")' <<<"$ANSWER")"
}
