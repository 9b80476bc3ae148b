# Plan: A partner's service behind Private Path
# Content: 2c01b135e352
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

output "ledger" {
  description = "Endpoint gateway ledger: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.ledger.id
    crn               = ibm_is_virtual_endpoint_gateway.ledger.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.ledger.service_endpoints
    addresses = {
      "eu-gb-1" = ibm_is_subnet_reserved_ip.ledger["eu-gb-1"].address
      "eu-gb-2" = ibm_is_subnet_reserved_ip.ledger["eu-gb-2"].address
      "eu-gb-3" = ibm_is_subnet_reserved_ip.ledger["eu-gb-3"].address
    }
  }
}
