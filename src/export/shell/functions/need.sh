# Makes sure that a command is there.
need() { # COMMAND INSTALLATION
  command -v "$1" >/dev/null || stop "$1 is missing; to install it: $2"
}
