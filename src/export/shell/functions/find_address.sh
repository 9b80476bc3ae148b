# Picks from the reserved IPs of a subnet in ANSWER the one of this name, which must have
# this address where one is given.
find_address() { # NAME [ADDRESS]
  local found
  FIND=(find_address "$@")
  WHAT="reserved IP $1"
  found=$(jq -r --arg name "$1" --arg address "${2-}" '
    map(select(.name == $name or .address == $address))
    | if length == 0 then ""
      elif length == 1 and (.[0].address | . == $address or . == "0.0.0.0" or $address == "") then .[0].id
      else "! the subnet has " + (map("\(.name) (\(.address))") | join(" and ")) + " in its way"
      end' <<<"$ANSWER")
  picked "$found"
}
