# Sends the request that deletes or unbinds something, once.
try_remove() { # DO KIND ID VPC PARENT GATEWAY
  if [[ $1 == unbind ]]; then
    vpc_url "/endpoint_gateways/$(uri "$6")/ips/$(uri "$3")"
  else
    path_of "$2" "$3" "$4" "$5"
  fi
  request DELETE "$URL"
}
