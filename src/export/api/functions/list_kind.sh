# Lists into ANSWER what there is of one kind, in a VPC, or in a subnet of it.
list_kind() { # KIND [VPC [SUBNET]]
  local vpc
  vpc=$(uri "${2-}")
  case $1 in
    resource_group) list_groups '' ;;
    vpc) list_all /vpcs ;;
    address_prefix) list_all "/vpcs/$vpc/address_prefixes" ;;
    subnet) list_all "/subnets?vpc.id=$vpc" ;;
    security_group) list_all "/security_groups?vpc.id=$vpc" ;;
    gateway) list_all "/endpoint_gateways?vpc.id=$vpc" ;;
    reserved_ip) list_all "/subnets/$(uri "$3")/reserved_ips" ;;
  esac
}
