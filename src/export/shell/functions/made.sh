# Prints where in the plan something is, and its ID.
made() { # PLACE ID
  [[ $2 == "$UNMADE"* ]] || jq -nc --arg place "$1" --arg id "$2" '{place: $place, id: $id}'
}
