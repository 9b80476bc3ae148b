# Creates something, once.
try_create() { # ARGUMENT...
  run "$@"
}
