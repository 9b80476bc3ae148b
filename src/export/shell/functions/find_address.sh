# Picks from the reserved IPs of a subnet in ANSWER the one of this name, which must have
# this address where one is given.
find_address() { # NAME [ADDRESS]
  local found
  FIND=(find_address "$@")
  WHAT="reserved IP $1"
  found=$(jq -c --arg name "$1" --arg address "${2-}" \
    '[.[] | select(.name == $name or .address == $address)]' <<<"$ANSWER")
  jq -e --arg address "${2-}" \
    'length == 0 or (length == 1 and (.[0].address | . == $address or . == "0.0.0.0" or $address == ""))' \
    >/dev/null <<<"$found" ||
    stop "the subnet has $(jq -r '[.[] | "\(.name) (\(.address))"] | join(" and ")' <<<"$found") in the way of $1 ${2-}"
  FOUND=$(jq -r '.[0].id // ""' <<<"$found")
}
