# Runs the command that deletes or unbinds something, once.
try_remove() { # DO KIND ID VPC PARENT GATEWAY
  case $1-$2 in
    unbind-*)
      ibm is endpoint-gateway-reserved-ip-unbind "$6" --vpc "$4" --rip "$3" --force &&
        [[ $ANSWER != *'Incorrect Usage'* && $ANSWER != *FAILED* ]]
      return
      ;;
    *-vpc) run is vpc-delete "$3" --force ;;
    *-address_prefix) run is vpc-address-prefix-delete "$4" "$3" --force ;;
    *-network_acl) run is network-acl-delete "$3" --vpc "$4" --force ;;
    *-network_acl_rule) run is network-acl-rule-delete "$5" "$3" --vpc "$4" --force ;;
    *-subnet) run is subnet-delete "$3" --vpc "$4" --force ;;
    *-security_group) run is security-group-delete "$3" --vpc "$4" --force ;;
    *-rule) run is security-group-rule-delete "$5" "$3" --vpc "$4" --force ;;
    *-dns_resolution_binding) run is vpc-dns-resolution-binding-delete "$4" "$3" --force ;;
    *-resource_binding) run is endpoint-gateway-resource-binding-delete "$5" "$3" --vpc "$4" --force ;;
    *-gateway) run is endpoint-gateway-delete "$3" --vpc "$4" --force ;;
    *-reserved_ip) run is subnet-reserved-ip-delete "$5" "$3" --vpc "$4" --force ;;
  esac && jq -e 'all(.[]?; .result != false)' >/dev/null <<<"$ANSWER"
}
