# Looks at the tags of the plan's gateways, into LOOKED_TAGS.
look_at_tags() {
  local all tags i
  all=$(matched)
  mapfile -d '' -t tags < <(jq -j '
    (reduce (.plan[] | select(.kind == "gateway" and .found)) as $entry ({}; .[$entry.ref] = $entry.found.crn)) as $crn
    | .plan[] | select(.kind == "tags" and $crn[.gateway]) | (.tag_type, $crn[.gateway]) | ., "\u0000"' <<<"$all")
  for ((i = 0; i < ${#tags[@]}; i += 2)); do
    call GET "$TAGS_API/v3/tags?tag_type=${tags[i]}&attached_to=$(uri "${tags[i + 1]}")&providers=ghost&limit=1000"
    LOOKED_TAGS+=$(jq -c --arg of "${tags[i]} ${tags[i + 1]}" '{of: $of, items: [.items[]?.name]}' <<<"$ANSWER")$'\n'
  done
}
