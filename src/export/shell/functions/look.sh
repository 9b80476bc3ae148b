# Looks at one thing, into ANSWER.
look() { # WHAT...
  LOOK=(show "$@")
  show "$@"
}
