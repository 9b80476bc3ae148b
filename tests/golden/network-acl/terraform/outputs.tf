# Plan: Key Protect behind network ACLs
# Content: 715402ce2b97
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

output "prod_kms" {
  description = "Endpoint gateway prod-kms: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.prod_kms.id
    crn               = ibm_is_virtual_endpoint_gateway.prod_kms.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.prod_kms.service_endpoints
    addresses = {
      "us-south-1" = ibm_is_subnet_reserved_ip.prod_kms["us-south-1"].address
      "us-south-2" = ibm_is_subnet_reserved_ip.prod_kms["us-south-2"].address
      "us-south-3" = ibm_is_subnet_reserved_ip.prod_kms["us-south-3"].address
    }
  }
}
