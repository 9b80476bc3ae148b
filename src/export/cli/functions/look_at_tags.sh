# Looks at the user tags of the plan's gateways, into LOOKED_TAGS. Access tags are not
# looked at: no command is known here that lists those of one thing.
look_at_tags() {
  local all tags i
  say 'User tags are read from the search, which may lag behind. Access tags are not compared.'
  all=$(matched)
  mapfile -d '' -t tags < <(jq -j '
    (reduce (.plan[] | select(.kind == "gateway" and .found)) as $entry ({}; .[$entry.ref] = $entry.found.crn)) as $crn
    | .plan[] | select(.kind == "tags" and .tag_type == "user") | $crn[.gateway] | values | ., "\u0000"' <<<"$all")
  for ((i = 0; i < ${#tags[@]}; i++)); do
    show resource search "crn:\"${tags[i]}\""
    LOOKED_TAGS+=$(jq -c --arg of "user ${tags[i]}" '{of: $of, items: [.items[]?.tags[]?]}' <<<"$ANSWER")$'\n'
  done
}
