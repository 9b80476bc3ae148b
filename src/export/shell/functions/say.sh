# Tells how far the script is.
say() {
  printf '%s\n' "$*" >&2
}
