# Ends the script with a reason.
stop() {
  printf 'Stopped: %s\n' "$*" >&2
  exit 1
}
