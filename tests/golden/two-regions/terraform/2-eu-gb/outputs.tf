# Plan: Dallas and London
# Content: 2097881d10e4
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: not said by the plan, and not compared.

output "london_cos" {
  description = "Endpoint gateway cos: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.london_cos.id
    crn               = ibm_is_virtual_endpoint_gateway.london_cos.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.london_cos.service_endpoints
    addresses = {
      "eu-gb-1" = ibm_is_subnet_reserved_ip.london_cos["eu-gb-1"].address
      "eu-gb-2" = ibm_is_subnet_reserved_ip.london_cos["eu-gb-2"].address
      "eu-gb-3" = ibm_is_subnet_reserved_ip.london_cos["eu-gb-3"].address
    }
  }
}
