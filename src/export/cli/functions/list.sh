# Lists things into ANSWER, to pick from.
list() { # ARGUMENT...
  LOOK=(list "$@")
  fetch "$@"
}
