# Whether the reserved IP in ANSWER is bound to a gateway: then its ID is in FOUND.
find_bound() { # RESERVED_IP GATEWAY
  local found
  FIND=(find_bound "$@")
  WHAT="binding of reserved IP $1"
  found=$(jq -r --arg gateway "$2" '
    (.target.id // "") as $holder
    | if $holder == "" then "" elif $holder == $gateway then "yes" else "! it is bound to \($holder)" end' <<<"$ANSWER")
  [[ $found != yes ]] || found=$1
  picked "$found"
}
