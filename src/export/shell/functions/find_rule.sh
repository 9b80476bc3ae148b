# Reads the rules of a group and prints the id of the first that admits the same,
# or nothing.
find_rule() { # DIRECTION PROTOCOL REMOTE [PORT_MIN PORT_MAX]
  jq -r --arg direction "$1" --arg protocol "$2" --arg remote "$3" \
    --arg port_min "${4-}" --arg port_max "${5-}" '
    first(.[] | select(.direction == $direction and .protocol == $protocol
      and (.remote | .cidr_block // .address // .id) == $remote
      and (.port_min // "" | tostring) == $port_min
      and (.port_max // "" | tostring) == $port_max) | .id) // empty'
}
