# Attaches the tags of the body that it reads.
attach_tags() { # KIND
  local answer
  answer=$(call POST "$TAGS_API/v3/tags/attach?tag_type=$1" \
    --header 'Content-Type: application/json' --data-binary @-)
  jq -e 'all(.results[]?; .is_error != true)' >/dev/null <<<"$answer" || stop "tags were refused: $answer"
}
