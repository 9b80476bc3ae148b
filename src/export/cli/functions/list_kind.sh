# Lists into ANSWER what is there of one kind, in a VPC, and in a subnet or group of it.
list_kind() { # KIND [VPC [PARENT]]
  case $1 in
    resource_group) list resource groups ;;
    vpc) list is vpcs --all-resource-groups ;;
    address_prefix) list is vpc-address-prefixes "$2" ;;
    subnet) list is subnets --vpc "$2" --all-resource-groups ;;
    security_group) list is security-groups --vpc "$2" --all-resource-groups ;;
    rule) list is security-group-rules "$3" --vpc "$2" ;;
    gateway) list is endpoint-gateways --vpc "$2" --all-resource-groups ;;
    reserved_ip) list is subnet-reserved-ips "$3" --vpc "$2" ;;
  esac
}
