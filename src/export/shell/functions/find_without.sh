# Whether the gateway in ANSWER is without a group or an address: then its ID is in FOUND,
# else that of the other is in PART.
find_without() { # security_groups|ips KEY VALUE
  FIND=(find_without "$@")
  FOUND=''
  PART=$(jq -r --arg list "$1" --arg key "$2" --arg value "$3" \
    'first(.[$list][]? | select(.[$key] == $value).id) // ""' <<<"$ANSWER")
  [[ -n $PART ]] || FOUND=$(jq -r .id <<<"$ANSWER")
}
