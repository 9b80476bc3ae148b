# Makes sure that a gateway has a reserved IP that exists.
bind_ip() { # GATEWAY VPC SUBNET RESERVED_IP
  local holder
  holder=$(ic is subnet-reserved-ip "$3" "$4" --vpc "$2" | jq -r '.target.id // empty')
  [[ $holder != "$1" ]] || return 0
  [[ -z $holder ]] || stop "reserved IP $4 is bound to $holder"
  ic is endpoint-gateway-reserved-ip-bind "$1" --vpc "$2" --rip "$4" | new_id >/dev/null
}
