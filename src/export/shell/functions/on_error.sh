# Ends the script where a command fails that should not. What an inner shell has said
# already is not said again.
on_error() { # STATUS LINE
  case $1 in
    "$STOPPED" | 129 | 130 | 143) exit "$1" ;;
    *) stop "a command in line $2 failed with status $1" ;;
  esac
}
