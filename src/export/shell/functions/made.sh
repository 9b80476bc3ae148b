# Prints where in the plan something is, and its ID.
made() { # PLACE ID
  [[ $2 == "$UNMADE"* ]] || printf '{"place":"%s","id":"%s"}\n' "$1" "$2"
}
