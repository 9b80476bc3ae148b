# Lists things into ANSWER. What is not there yet has none.
list() { # ARGUMENT...
  LOOK=(list "$@")
  ANSWER='[]'
  [[ $* == *"$UNMADE"* ]] || list_all "$@"
}
