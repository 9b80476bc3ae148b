# Adds to IPS the flag that reserves an address along with a gateway.
new_ip() { # SUBNET NAME AUTO_DELETE [ADDRESS]
  [[ -z $FOUND ]] || return 0
  IPS+=(--new-reserved-ip "$(jq -nc --arg subnet "$1" --arg name "$2" --argjson auto_delete "$3" --arg address "${4-}" \
    '{subnet: {id: $subnet}, name: $name, address: $address, auto_delete: $auto_delete}
    | if $address == "" then del(.address) else . end')")
}
