# Repeats the last look and the choice from it.
look_again() {
  "${LOOK[@]}"
  "${FIND[@]}"
}
