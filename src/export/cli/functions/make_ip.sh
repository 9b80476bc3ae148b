# Makes sure that a gateway has a reserved IP of this name, with this address
# where one is given: finds it, binds it, or reserves it for the gateway.
make_ip() { # GATEWAY VPC SUBNET NAME AUTO_DELETE [ADDRESS]
  local found
  found=$(ic is subnet-reserved-ips "$3" --vpc "$2" |
    jq -c --arg name "$4" --arg address "${6-}" '[.[] | select(.name == $name or .address == $address)]')
  if [[ $found == '[]' ]]; then
    ic is subnet-reserved-ip-create "$3" --vpc "$2" --name "$4" --target "$1" --auto-delete "$5" \
      ${6+--address "$6"} | new_id >/dev/null
  elif jq -e --arg address "${6-}" 'length == 1 and (.[0].address | . == $address or . == "0.0.0.0" or $address == "")' \
    >/dev/null <<<"$found"; then
    bind_ip "$1" "$2" "$3" "$(jq -r '.[0].id' <<<"$found")"
  else
    stop "the subnet has $(jq -r '[.[] | "\(.name) (\(.address))"] | join(" and ")' <<<"$found") in the way of $4 ${6-}"
  fi
}
