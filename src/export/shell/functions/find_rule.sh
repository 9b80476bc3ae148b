# Picks from the rules in ANSWER the one that admits the same. One that has the name
# must admit the same.
find_rule() { # NAME DIRECTION PROTOCOL REMOTE [PORT_MIN PORT_MAX]
  local found
  FIND=(find_rule "$@")
  WHAT="rule $1"
  found=$(jq -r --arg name "$1" --arg direction "$2" --arg protocol "$3" --arg remote "$4" \
    --arg port_min "${5-}" --arg port_max "${6-}" '
    def same: .direction == $direction and .protocol == $protocol
      and (.remote | .cidr_block // .address // .id) == $remote
      and ([.port_min, .port_max] | map(. // "" | tostring)) == [$port_min, $port_max]
      and .type == null and .code == null;
    if $name == "" then map(select(same))[0].id // ""
    else
      map(select(.name == $name))
      | if all(.[]; same) then .[0].id // "" else "! \(.[0].id) of this name admits something else" end
    end' <<<"$ANSWER")
  picked "$found"
}
