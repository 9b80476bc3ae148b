# Sends the request that changes something, once.
try_change() { # METHOD PATH
  vpc_url "$2"
  if [[ $1 == PATCH ]]; then
    request "$1" "$URL" --header 'Content-Type: application/merge-patch+json' --data-binary "$BODY"
  else
    request "$1" "$URL"
  fi
}
