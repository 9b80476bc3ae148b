# Makes the body of the next request, from a file of JSON in which IDs are variables.
body() { # FILE [JQ OPTION...]
  BODY=$(jq -n "${@:2}" --from-file "$BODIES/$1.jq")
}
