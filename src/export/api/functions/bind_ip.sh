# Makes sure that a gateway has the reserved IP in FOUND and that its address is known.
bind_ip() { # PLACE GATEWAY SUBNET
  local ip=$FOUND path
  [[ $ip != "$UNMADE"* ]] || return 0
  path="/subnets/$(uri "$3")/reserved_ips/$(uri "$ip")"
  look "$path"
  find_bound "$ip" "$2"
  BODY=''
  [[ -n $FOUND ]] || or_create PUT "/endpoint_gateways/$(uri "$2")/ips/$(uri "$ip")"
  [[ $2 == "$UNMADE"* ]] || has_address "$1" "$path"
}
