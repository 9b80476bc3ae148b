# Plan: A DNS hub and two VPCs that share it
# Content: 099f222d9760
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

output "hub_cos" {
  description = "Endpoint gateway hub-cos: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.hub_cos.id
    crn               = ibm_is_virtual_endpoint_gateway.hub_cos.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.hub_cos.service_endpoints
    addresses = {
      "us-south-1" = ibm_is_subnet_reserved_ip.hub_cos["us-south-1"].address
      "us-south-2" = ibm_is_subnet_reserved_ip.hub_cos["us-south-2"].address
      "us-south-3" = ibm_is_subnet_reserved_ip.hub_cos["us-south-3"].address
    }
  }
}

output "hub_kms" {
  description = "Endpoint gateway hub-kms: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.hub_kms.id
    crn               = ibm_is_virtual_endpoint_gateway.hub_kms.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.hub_kms.service_endpoints
    addresses = {
      "us-south-1" = ibm_is_subnet_reserved_ip.hub_kms["us-south-1"].address
      "us-south-2" = ibm_is_subnet_reserved_ip.hub_kms["us-south-2"].address
      "us-south-3" = ibm_is_subnet_reserved_ip.hub_kms["us-south-3"].address
    }
  }
}

output "data_cos" {
  description = "Endpoint gateway data-cos: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.data_cos.id
    crn               = ibm_is_virtual_endpoint_gateway.data_cos.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.data_cos.service_endpoints
    addresses = {
      "us-south-1" = ibm_is_subnet_reserved_ip.data_cos["us-south-1"].address
      "us-south-2" = ibm_is_subnet_reserved_ip.data_cos["us-south-2"].address
      "us-south-3" = ibm_is_subnet_reserved_ip.data_cos["us-south-3"].address
    }
  }
}
