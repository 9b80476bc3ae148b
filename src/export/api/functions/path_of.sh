# Leaves in URL where one thing is.
path_of() { # KIND ID VPC PARENT
  local id
  id=$(uri "$2")
  case $1 in
    vpc) vpc_url "/vpcs/$id" ;;
    address_prefix) vpc_url "/vpcs/$(uri "$3")/address_prefixes/$id" ;;
    network_acl) vpc_url "/network_acls/$id" ;;
    network_acl_rule) vpc_url "/network_acls/$(uri "$4")/rules/$id" ;;
    subnet) vpc_url "/subnets/$id" ;;
    security_group) vpc_url "/security_groups/$id" ;;
    rule) vpc_url "/security_groups/$(uri "$4")/rules/$id" ;;
    dns_resolution_binding) vpc_url "/vpcs/$(uri "$3")/dns_resolution_bindings/$id" ;;
    resource_binding) vpc_url "/endpoint_gateways/$(uri "$4")/resource_bindings/$id" ;;
    gateway) vpc_url "/endpoint_gateways/$id" ;;
    reserved_ip) vpc_url "/subnets/$(uri "$4")/reserved_ips/$id" ;;
  esac
}
