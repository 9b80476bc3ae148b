# Takes the addresses out of a gateway's body where a new reserved IP of it is there.
addresses_apart() { # [SUBNET NAME]...
  [[ -z $FOUND ]] || return 0
  none_reserved "$@" || BODY=$(jq 'del(.ips)' <<<"$BODY")
}
