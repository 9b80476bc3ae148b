# Whether a security group is attached to the gateway in ANSWER: then its ID is in FOUND.
find_attached() { # GROUP
  FIND=(find_attached "$@")
  FOUND=$(jq -r --arg group "$1" 'first(.security_groups[]? | select(.id == $group).id) // ""' <<<"$ANSWER")
}
