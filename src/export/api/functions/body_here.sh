# Makes the body of the next request from JSON in which some IDs are variables.
body() { # JQ OPTION...
  BODY=$(jq "$@" --from-file /dev/stdin)
}
