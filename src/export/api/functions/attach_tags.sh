# Attaches the tags of the body. Those that are attached already stay.
attach_tags() { # KIND
  if [[ -n $DRY_RUN ]]; then
    say "  would send: POST /v3/tags/attach?tag_type=$1 $BODY"
    return
  fi
  call POST "$TAGS_API/v3/tags/attach?tag_type=$1" --header 'Content-Type: application/json' --data-binary "$BODY"
  jq -e 'all(.results[]?; .is_error != true)' >/dev/null <<<"$ANSWER" || stop "tags were refused: $ANSWER"
}
