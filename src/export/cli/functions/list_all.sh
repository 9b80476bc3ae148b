# Lists things into ANSWER. Where there are none, ibmcloud can answer with null.
list_all() { # ARGUMENT...
  show "$@"
  [[ $ANSWER != null ]] || ANSWER='[]'
}
