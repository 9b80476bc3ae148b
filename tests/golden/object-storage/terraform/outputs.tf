# Plan: Object Storage in a new VPC
# Content: 345799f5b97d
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

output "app_cos" {
  description = "Endpoint gateway app-cos: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.app_cos.id
    crn               = ibm_is_virtual_endpoint_gateway.app_cos.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.app_cos.service_endpoints
    addresses = {
      "us-south-1" = ibm_is_subnet_reserved_ip.app_cos["us-south-1"].address
      "us-south-2" = ibm_is_subnet_reserved_ip.app_cos["us-south-2"].address
      "us-south-3" = ibm_is_subnet_reserved_ip.app_cos["us-south-3"].address
    }
  }
}
