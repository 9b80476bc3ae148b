# Lists a collection into ANSWER, to pick from.
list() { # PATH[?QUERY]
  LOOK=(list "$1")
  fetch "$1"
}
