# Plan: What exists is known by name
# Content: 8ed7e8a72b24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-de. Account: not said by the plan, and not compared.

output "infra_ntp" {
  description = "Endpoint gateway infra-ntp: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.infra_ntp.id
    crn               = ibm_is_virtual_endpoint_gateway.infra_ntp.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.infra_ntp.service_endpoints
    addresses = {
      "eu-de-1" = ibm_is_subnet_reserved_ip.infra_ntp["eu-de-1"].address
      "eu-de-2" = ibm_is_subnet_reserved_ip.infra_ntp["eu-de-2"].address
      "eu-de-3" = ibm_is_subnet_reserved_ip.infra_ntp["eu-de-3"].address
    }
  }
}

output "partner" {
  description = "Endpoint gateway partner-billing: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.partner.id
    crn               = ibm_is_virtual_endpoint_gateway.partner.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.partner.service_endpoints
    addresses = {
      "eu-de-1" = ibm_is_virtual_endpoint_gateway_ip.partner["eu-de-1"].address
      "eu-de-2" = ibm_is_subnet_reserved_ip.partner["eu-de-2"].address
      "eu-de-3" = ibm_is_subnet_reserved_ip.partner["eu-de-3"].address
    }
  }
}

output "infra_cos" {
  description = "Endpoint gateway infra-cos: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.infra_cos.id
    crn               = ibm_is_virtual_endpoint_gateway.infra_cos.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.infra_cos.service_endpoints
    addresses = {
      "eu-de-1" = ibm_is_virtual_endpoint_gateway_ip.infra_cos["eu-de-1"].address
      "eu-de-2" = ibm_is_virtual_endpoint_gateway_ip.infra_cos["eu-de-2"].address
    }
  }
}

output "old_kms" {
  description = "Existing endpoint gateway old-kms: the addresses that it gets here"
  value = {
    id = var.gateway_old_kms_id
    addresses = {
      "eu-de-3" = ibm_is_subnet_reserved_ip.old_kms["eu-de-3"].address
    }
  }
}
