# Lists what is there of one kind, and keeps the list as a line of LOOKED. Of network ACLs
# the list is that of all VPCs.
keep_list() { # KIND [VPC [SUBNET]]
  list_kind "$@"
  LOOKED+=$(jq -c --arg list "$1" --arg of "${3-${2-}}" '
    {list: $list, of: $of, items: (if $list == "network_acl" then map(select(.vpc.id == $of)) else . end)}' <<<"$ANSWER")$'\n'
}
