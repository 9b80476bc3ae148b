# Lists things into ANSWER. What is not there yet has none.
list() { # PATH[?QUERY]
  LOOK=(list "$1")
  ANSWER='[]'
  [[ $1 == *"$UNMADE"* ]] || list_all "$1"
}
