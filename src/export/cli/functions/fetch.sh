# Lists things into ANSWER. In what is not there yet there is nothing.
fetch() { # ARGUMENT...
  ANSWER='[]'
  if [[ $* != *"$UNMADE"* ]]; then
    show "$@"
    [[ $ANSWER != null ]] || ANSWER='[]'
  fi
}
