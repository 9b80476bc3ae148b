# Whether none of these reserved IPs is there.
none_reserved() { # [SUBNET NAME]...
  while (($# > 0)); do
    reserved_ips "$1"
    if jq -e --arg name "$2" 'any(.[]; .name == $name)' >/dev/null <<<"$ANSWER"; then
      say "  reserved IP $2 is there already; the gateway gets its addresses in the next steps"
      return 1
    fi
    shift 2
  done
}
