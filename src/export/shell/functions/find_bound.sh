# Whether the reserved IP in ANSWER is bound to a gateway: then its ID is in FOUND.
find_bound() { # RESERVED_IP GATEWAY
  local holder
  FIND=(find_bound "$@")
  WHAT="binding of reserved IP $1"
  FOUND=''
  holder=$(jq -r '.target.id // ""' <<<"$ANSWER")
  [[ -z $holder || $holder == "$2" ]] || stop "reserved IP $1 is bound to $holder"
  [[ -z $holder ]] || FOUND=$1
}
