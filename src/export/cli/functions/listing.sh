# Leaves in LISTING the command that lists what there is of one kind, in a VPC, and in a
# subnet, ACL, group or gateway of it. That of ACLs is of all VPCs.
listing() { # KIND [VPC [PARENT]]
  case $1 in
    resource_group) LISTING=(resource groups) ;;
    vpc) LISTING=(is vpcs --all-resource-groups) ;;
    address_prefix) LISTING=(is vpc-address-prefixes "$2") ;;
    network_acl) LISTING=(is network-acls --all-resource-groups) ;;
    network_acl_rule) LISTING=(is network-acl-rules "$3" --vpc "$2") ;;
    subnet) LISTING=(is subnets --vpc "$2" --all-resource-groups) ;;
    security_group) LISTING=(is security-groups --vpc "$2" --all-resource-groups) ;;
    rule) LISTING=(is security-group-rules "$3" --vpc "$2") ;;
    dns_resolution_binding) LISTING=(is vpc-dns-resolution-bindings "$2") ;;
    resource_binding) LISTING=(is endpoint-gateway-resource-bindings "$3" --vpc "$2") ;;
    gateway) LISTING=(is endpoint-gateways --vpc "$2" --all-resource-groups) ;;
    reserved_ip) LISTING=(is subnet-reserved-ips "$3" --vpc "$2") ;;
  esac
}
