# Makes sure that a gateway has the reserved IP in FOUND and that its address is known.
bind_ip() { # PLACE GATEWAY VPC SUBNET
  local ip=$FOUND
  [[ $ip != "$UNMADE"* ]] || return 0
  look is subnet-reserved-ip "$4" "$ip" --vpc "$3"
  find_bound "$ip" "$2"
  [[ -n $FOUND ]] || or_create is endpoint-gateway-reserved-ip-bind "$2" --vpc "$3" --rip "$ip"
  [[ $2 == "$UNMADE"* ]] || has_address "$1" is subnet-reserved-ip "$4" "$ip" --vpc "$3"
}
