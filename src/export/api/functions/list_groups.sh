# Lists resource groups into ANSWER.
list_groups() { # QUERY
  call GET "$RESOURCE_API/v2/resource_groups${1:+?$1}"
  ANSWER=$(jq -c .resources <<<"$ANSWER")
}
