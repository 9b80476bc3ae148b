# Tells in the end what has not been admitted yet.
waiting() {
  [[ -z $ASKED ]] || say "Not admitted yet by the provider of its service:$ASKED"
}
