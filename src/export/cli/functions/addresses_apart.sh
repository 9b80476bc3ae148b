# Creates the gateway without the new reserved IPs in IPS where one of them is there.
addresses_apart() { # [SUBNET NAME]...
  [[ -z $FOUND ]] || return 0
  none_reserved "$@" || IPS=()
}
