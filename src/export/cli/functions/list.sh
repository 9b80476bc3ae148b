# Lists things into ANSWER. What is not there yet has none.
list() { # ARGUMENT...
  LOOK=(list "$@")
  ANSWER='[]'
  if [[ $* != *"$UNMADE"* ]]; then
    show "$@"
    [[ $ANSWER != null ]] || ANSWER='[]'
  fi
}
