# Plan: Two VPCs of one region
# Content: 361073789a29
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

output "shop_secrets" {
  description = "Endpoint gateway secrets: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.shop_secrets.id
    crn               = ibm_is_virtual_endpoint_gateway.shop_secrets.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.shop_secrets.service_endpoints
    addresses = {
      "us-east-1" = ibm_is_subnet_reserved_ip.shop_secrets["us-east-1"].address
      "us-east-2" = ibm_is_subnet_reserved_ip.shop_secrets["us-east-2"].address
    }
  }
}

output "bank_secrets" {
  description = "Endpoint gateway secrets: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.bank_secrets.id
    crn               = ibm_is_virtual_endpoint_gateway.bank_secrets.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.bank_secrets.service_endpoints
    addresses = {
      "us-east-1" = ibm_is_subnet_reserved_ip.bank_secrets["us-east-1"].address
      "us-east-2" = ibm_is_subnet_reserved_ip.bank_secrets["us-east-2"].address
    }
  }
}
