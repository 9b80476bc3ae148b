# Lists into ANSWER what is there of one kind, in a VPC, and in a subnet or group of it.
list_kind() { # KIND [VPC [PARENT]]
  case $1 in
    resource_group) list_all resource groups ;;
    vpc) list_all is vpcs --all-resource-groups ;;
    address_prefix) list_all is vpc-address-prefixes "$2" ;;
    subnet) list_all is subnets --vpc "$2" --all-resource-groups ;;
    security_group) list_all is security-groups --vpc "$2" --all-resource-groups ;;
    rule) list_all is security-group-rules "$3" --vpc "$2" ;;
    gateway) list_all is endpoint-gateways --vpc "$2" --all-resource-groups ;;
    reserved_ip) list_all is subnet-reserved-ips "$3" --vpc "$2" ;;
  esac
}
