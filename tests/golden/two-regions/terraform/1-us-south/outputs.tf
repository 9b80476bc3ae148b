# Plan: Dallas and London
# Content: 2097881d10e4
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

output "dallas_cos" {
  description = "Endpoint gateway cos: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.dallas_cos.id
    crn               = ibm_is_virtual_endpoint_gateway.dallas_cos.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.dallas_cos.service_endpoints
    addresses = {
      "us-south-1" = ibm_is_subnet_reserved_ip.dallas_cos["us-south-1"].address
      "us-south-2" = ibm_is_subnet_reserved_ip.dallas_cos["us-south-2"].address
      "us-south-3" = ibm_is_subnet_reserved_ip.dallas_cos["us-south-3"].address
    }
  }
}

output "dallas_kms" {
  description = "Endpoint gateway kms: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.dallas_kms.id
    crn               = ibm_is_virtual_endpoint_gateway.dallas_kms.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.dallas_kms.service_endpoints
    addresses = {
      "us-south-1" = ibm_is_subnet_reserved_ip.dallas_kms["us-south-1"].address
      "us-south-2" = ibm_is_subnet_reserved_ip.dallas_kms["us-south-2"].address
      "us-south-3" = ibm_is_subnet_reserved_ip.dallas_kms["us-south-3"].address
    }
  }
}
