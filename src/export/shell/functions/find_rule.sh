# Picks from the rules in ANSWER the one that admits the same. One that has the name
# must admit the same.
find_rule() { # NAME DIRECTION PROTOCOL REMOTE [PORT_MIN PORT_MAX]
  FIND=(find_rule "$@")
  WHAT="rule $1"
  FOUND=$(
    jq -r --arg name "$1" --arg direction "$2" --arg protocol "$3" --arg remote "$4" \
      --arg port_min "${5-}" --arg port_max "${6-}" '
      def same: .direction == $direction and .protocol == $protocol
        and (.remote | .cidr_block // .address // .id) == $remote
        and ([.port_min, .port_max] | map(. // "" | tostring)) == [$port_min, $port_max]
        and .type == null and .code == null;
      if $name == "" then [.[] | select(same)][0].id // ""
      else
        map(select(.name == $name))
        | if length == 0 then "" elif all(.[]; same) then .[0].id else "other" end
      end' <<<"$ANSWER"
  )
  [[ $FOUND != other ]] || stop "rule $1 exists and admits something else"
}
