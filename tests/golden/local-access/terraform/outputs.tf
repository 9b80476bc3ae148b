# Plan: Local access to two buckets
# Content: f702e861430a
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

output "local_cos" {
  description = "Endpoint gateway local-cos: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.local_cos.id
    crn               = ibm_is_virtual_endpoint_gateway.local_cos.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.local_cos.service_endpoints
    addresses = {
      "us-south-1" = ibm_is_subnet_reserved_ip.local_cos["us-south-1"].address
      "us-south-2" = ibm_is_subnet_reserved_ip.local_cos["us-south-2"].address
      "us-south-3" = ibm_is_subnet_reserved_ip.local_cos["us-south-3"].address
    }
  }
}
