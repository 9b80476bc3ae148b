# Makes sure that a gateway has a reserved IP of this name, with this address
# where one is given: finds it, binds it, or reserves it for the gateway.
make_ip() { # GATEWAY SUBNET NAME AUTO_DELETE [ADDRESS]
  local path found
  path="/subnets/$(uri "$2")/reserved_ips"
  found=$(list "$path" reserved_ips |
    jq -c --arg name "$3" --arg address "${5-}" '[.[] | select(.name == $name or .address == $address)]')
  if [[ $found == '[]' ]]; then
    jq -n --arg gateway "$1" --arg name "$3" --argjson auto_delete "$4" ${5+--arg address "$5"} \
      '{name: $name, auto_delete: $auto_delete, target: {id: $gateway}}
       + ($ARGS.named | if has("address") then {address} else {} end)' |
      post "$path" | new_id >/dev/null
  elif jq -e --arg address "${5-}" 'length == 1 and (.[0].address | . == $address or . == "0.0.0.0" or $address == "")' \
    >/dev/null <<<"$found"; then
    bind_ip "$1" "$2" "$(jq -r '.[0].id' <<<"$found")"
  else
    stop "the subnet has $(jq -r '[.[] | "\(.name) (\(.address))"] | join(" and ")' <<<"$found") in the way of $3 ${5-}"
  fi
}
