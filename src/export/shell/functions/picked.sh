# Takes what was picked: an ID, nothing, or behind `! ` why none can be.
picked() { # TEXT
  FOUND=$1
  [[ $FOUND != '! '* ]] || stop "$WHAT: ${FOUND:2}"
}
