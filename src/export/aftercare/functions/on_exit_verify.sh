# Turns what ended the script into its exit status.
on_exit() { # STATUS
  trap - EXIT
  case $1 in
    0) exit 0 ;;
    "$DIFFERENT") exit 1 ;;
    "$STOPPED") exit 2 ;;
    129 | 130 | 143) say "Interrupted $WHERE. $RESUME" ;;
    *)
      say "Stopped $WHERE: the script failed with status $1. $RESUME"
      exit 2
      ;;
  esac
  exit "$1"
}
