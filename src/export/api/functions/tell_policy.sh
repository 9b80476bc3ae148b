# Tells the request that would be sent.
tell() { # METHOD PATH
  say "  would send: $1 $IAM_API$2 $(jq -c . <<<"$BODY")"
}
