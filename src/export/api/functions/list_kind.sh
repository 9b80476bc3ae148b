# Lists into ANSWER what is there of one kind, in a VPC, and in a subnet or group of it.
list_kind() { # KIND [VPC [PARENT]]
  local vpc parent
  vpc=$(uri "${2-}")
  parent=$(uri "${3-}")
  case $1 in
    resource_group) list_groups ;;
    vpc) list /vpcs ;;
    address_prefix) list "/vpcs/$vpc/address_prefixes" ;;
    subnet) list "/subnets?vpc.id=$vpc" ;;
    security_group) list "/security_groups?vpc.id=$vpc" ;;
    rule) list "/security_groups/$parent/rules" ;;
    gateway) list "/endpoint_gateways?vpc.id=$vpc" ;;
    reserved_ip) list "/subnets/$parent/reserved_ips" ;;
  esac
}
