# Takes the ID that was picked, or nothing, or the words that say why none can be.
picked() { # TEXT
  FOUND=$1
  [[ $FOUND != *' '* ]] || stop "$WHAT: $FOUND"
}
