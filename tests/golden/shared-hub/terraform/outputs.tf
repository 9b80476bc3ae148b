# Plan: A VPC that shares a hub it does not own
# Content: c17ba280782a
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-es. Account: not said by the plan, and not compared.

output "cos" {
  description = "Endpoint gateway orders-cos: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.cos.id
    crn               = ibm_is_virtual_endpoint_gateway.cos.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.cos.service_endpoints
    addresses = {
      "eu-es-1" = ibm_is_subnet_reserved_ip.cos["eu-es-1"].address
      "eu-es-2" = ibm_is_subnet_reserved_ip.cos["eu-es-2"].address
      "eu-es-3" = ibm_is_subnet_reserved_ip.cos["eu-es-3"].address
    }
  }
}
