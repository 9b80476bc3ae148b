# Sends a request to IAM that creates something, once.
try_create() { # METHOD PATH
  request "$1" "$IAM_API$2" --header 'Content-Type: application/json' --data-binary "$BODY"
}
