# Reads the arguments.
arguments() { # ARGUMENT...
  [[ $# -gt 0 ]] || return 0
  if [[ $* == --help ]]; then
    usage
    exit 0
  fi
  usage >&2
  exit 2
}
