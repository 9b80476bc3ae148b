# Makes the body of the next request, unless what it creates was found: from a file of
# JSON in which some IDs are variables.
body() { # FILE [JQ OPTION...]
  [[ -n $FOUND ]] || BODY=$(jq -n "${@:2}" --from-file "$BODIES/$1.jq")
}
