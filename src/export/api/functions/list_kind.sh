# Lists into ANSWER what is there of one kind, in a VPC, and in a subnet or group of it.
list_kind() { # KIND [VPC [PARENT]]
  local vpc parent
  vpc=$(uri "${2-}")
  parent=$(uri "${3-}")
  case $1 in
    resource_group) list_groups '' ;;
    vpc) list_all /vpcs ;;
    address_prefix) list_all "/vpcs/$vpc/address_prefixes" ;;
    subnet) list_all "/subnets?vpc.id=$vpc" ;;
    security_group) list_all "/security_groups?vpc.id=$vpc" ;;
    rule) list_all "/security_groups/$parent/rules" ;;
    gateway) list_all "/endpoint_gateways?vpc.id=$vpc" ;;
    reserved_ip) list_all "/subnets/$parent/reserved_ips" ;;
  esac
}
