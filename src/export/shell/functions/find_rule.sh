# Reads the rules of a group and prints the id of the one that admits the same, or
# nothing. One that has the name must admit the same.
find_rule() { # NAME DIRECTION PROTOCOL REMOTE [PORT_MIN PORT_MAX]
  jq -r --arg name "$1" --arg direction "$2" --arg protocol "$3" --arg remote "$4" \
    --arg port_min "${5-}" --arg port_max "${6-}" '
    def same: .direction == $direction and .protocol == $protocol
      and (.remote | .cidr_block // .address // .id) == $remote
      and ([.port_min, .port_max] | map(. // "" | tostring)) == [$port_min, $port_max]
      and .type == null and .code == null;
    if $name == "" then first(.[] | select(same) | .id) // empty
    else
      map(select(.name == $name))
      | if length == 0 then empty
        elif all(.[]; same) then .[0].id
        else "Stopped: rule \($name) exists and admits something else\n" | halt_error(1)
        end
    end'
}
