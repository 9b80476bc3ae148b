# Lists into ANSWER what there is of one kind, in a VPC, or in a subnet of it.
list_kind() { # KIND [VPC [SUBNET]]
  local vpc
  vpc=$(uri "${2-}")
  case $1 in
    resource_group) list_groups '' ;;
    vpc) fetch /vpcs ;;
    address_prefix) fetch "/vpcs/$vpc/address_prefixes" ;;
    network_acl) fetch /network_acls ;;
    subnet) fetch "/subnets?vpc.id=$vpc" ;;
    security_group) fetch "/security_groups?vpc.id=$vpc" ;;
    dns_resolution_binding) fetch "/vpcs/$vpc/dns_resolution_bindings" ;;
    resource_binding) fetch "/endpoint_gateways/$(uri "$3")/resource_bindings" ;;
    gateway) fetch "/endpoint_gateways?vpc.id=$vpc" ;;
    reserved_ip) fetch "/subnets/$(uri "$3")/reserved_ips" ;;
  esac
}
