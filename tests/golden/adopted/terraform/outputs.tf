# Plan: What exists is taken over
# Content: 3929e998fb24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 3f0c8a51d7e94b26a1c5e08d92b7f614.

output "secrets" {
  description = "Endpoint gateway ledger-secrets: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.secrets.id
    crn               = ibm_is_virtual_endpoint_gateway.secrets.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.secrets.service_endpoints
    addresses = {
      "us-east-1" = ibm_is_subnet_reserved_ip.secrets["us-east-1"].address
      "us-east-2" = ibm_is_subnet_reserved_ip.secrets["us-east-2"].address
      "us-east-3" = ibm_is_subnet_reserved_ip.secrets["us-east-3"].address
    }
  }
}

output "audit" {
  description = "Endpoint gateway ledger-audit: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.audit.id
    crn               = ibm_is_virtual_endpoint_gateway.audit.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.audit.service_endpoints
    addresses = {
      "us-east-1" = ibm_is_virtual_endpoint_gateway_ip.audit["us-east-1"].address
      "us-east-2" = ibm_is_subnet_reserved_ip.audit["us-east-2"].address
      "us-east-3" = ibm_is_subnet_reserved_ip.audit["us-east-3"].address
    }
  }
}
