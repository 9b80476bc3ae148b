# Plan: Time for a VPC, and an address in another zone
# Content: e1c3b721b06e
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: br-sao. Account: not said by the plan, and not compared.

output "clock" {
  description = "Endpoint gateway clock: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.clock.id
    crn               = ibm_is_virtual_endpoint_gateway.clock.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.clock.service_endpoints
    addresses = {
      "br-sao-1" = ibm_is_subnet_reserved_ip.clock["br-sao-1"].address
      "br-sao-2" = ibm_is_subnet_reserved_ip.clock["br-sao-2"].address
      "br-sao-3" = ibm_is_subnet_reserved_ip.clock["br-sao-3"].address
    }
  }
}
