# Makes sure that a gateway has a reserved IP that exists.
bind_ip() { # GATEWAY SUBNET RESERVED_IP
  local holder
  holder=$(vpc GET "/subnets/$(uri "$2")/reserved_ips/$(uri "$3")" | jq -r '.target.id // empty')
  [[ $holder != "$1" ]] || return 0
  [[ -z $holder ]] || stop "reserved IP $3 is bound to $holder"
  vpc PUT "/endpoint_gateways/$(uri "$1")/ips/$(uri "$3")" | new_id >/dev/null
}
