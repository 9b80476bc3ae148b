# Finds the CRN of what a look shows.
find_crn() { # WHAT...
  FOUND=''
  CRN='(the CRN of what is not there yet)'
  [[ $* != *"$UNMADE"* ]] || return 0
  show "$@"
  CRN=$(jq -er .crn <<<"$ANSWER")
}
