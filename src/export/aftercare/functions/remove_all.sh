# Removes what was confirmed, one after the other.
remove_all() {
  local line number=0 args
  while IFS= read -r line <&3; do
    number=$((number + 1))
    step "$number" "$(jq -r .title <<<"$line")"
    mapfile -d '' -t args < <(jq -j '.do, "\u0000", (.args[] | ., "\u0000")' <<<"$line")
    remove "${args[@]}"
  done 3<<<"$REMOVALS"
}
