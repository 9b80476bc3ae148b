# Sends the request that deletes or unbinds something, once.
try_remove() { # DO KIND ID VPC PARENT GATEWAY
  local id path
  id=$(uri "$3")
  case $1-$2 in
    unbind-*) path="/endpoint_gateways/$(uri "$6")/ips/$id" ;;
    *-vpc) path="/vpcs/$id" ;;
    *-address_prefix) path="/vpcs/$(uri "$4")/address_prefixes/$id" ;;
    *-subnet) path="/subnets/$id" ;;
    *-security_group) path="/security_groups/$id" ;;
    *-rule) path="/security_groups/$(uri "$5")/rules/$id" ;;
    *-gateway) path="/endpoint_gateways/$id" ;;
    *-reserved_ip) path="/subnets/$(uri "$5")/reserved_ips/$id" ;;
  esac
  vpc_url "$path"
  request DELETE "$URL"
}
