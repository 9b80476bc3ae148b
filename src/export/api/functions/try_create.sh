# Sends a request that creates something, once.
try_create() { # METHOD PATH
  vpc_url "$2"
  if [[ -n $BODY ]]; then
    request "$1" "$URL" --header 'Content-Type: application/json' --data-binary "$BODY"
  else
    request "$1" "$URL"
  fi
}
