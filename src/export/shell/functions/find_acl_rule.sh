# Picks from the rules of a network ACL in ANSWER the one that has a name. It must say the
# same, and stand before the rule that it is to stand before: the list is in their order.
find_acl_rule() { # NAME BEFORE ACTION DIRECTION PROTOCOL SOURCE DESTINATION PORT PORT PORT PORT
  local found
  FIND=(find_acl_rule "$@")
  WHAT="rule $1"
  found=$(jq -r --arg name "$1" --arg before "$2" --arg says "${*:3}" '
    def says: [.action, .direction, .protocol, .source, .destination,
        .source_port_min // 1, .source_port_max // 65535, .destination_port_min // 1, .destination_port_max // 65535]
      | map(tostring) | join(" ");
    map(.id) as $order
    | map(select(.name == $name))[0]
    | if . == null then ""
      elif says != $says or .type != null or .code != null then "! \(.id) of this name says something else"
      elif .id as $id | ($order | index($before) // length) < ($order | index($id)) then
        "! \(.id) of this name stands after \($before), not before it"
      else .id end' <<<"$ANSWER")
  picked "$found"
}
