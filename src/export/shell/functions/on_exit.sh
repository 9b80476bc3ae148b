# Turns what ended the script into its exit status.
on_exit() { # STATUS
  trap - EXIT
  case $1 in
    0) ;;
    "$STOPPED") exit 1 ;;
    129 | 130 | 143) say "Interrupted $WHERE. $RESUME" ;;
    *) say "Stopped $WHERE: the script failed with status $1. $RESUME" ;;
  esac
  exit "$1"
}
