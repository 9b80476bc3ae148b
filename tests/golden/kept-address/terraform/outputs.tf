# Plan: An address that is kept
# Content: ac8bd6fd146c
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: jp-tok. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

output "orders_pg" {
  description = "Endpoint gateway orders-pg: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.orders_pg.id
    crn               = ibm_is_virtual_endpoint_gateway.orders_pg.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.orders_pg.service_endpoints
    addresses = {
      "jp-tok-1" = ibm_is_virtual_endpoint_gateway_ip.orders_pg["jp-tok-1"].address
    }
  }
}

output "orders_cos" {
  description = "Endpoint gateway orders-cos: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.orders_cos.id
    crn               = ibm_is_virtual_endpoint_gateway.orders_cos.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.orders_cos.service_endpoints
    addresses = {
      "jp-tok-1" = ibm_is_subnet_reserved_ip.orders_cos["jp-tok-1"].address
      "jp-tok-2" = ibm_is_subnet_reserved_ip.orders_cos["jp-tok-2"].address
    }
  }
}

output "orders_secrets" {
  description = "Endpoint gateway orders-secrets: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.orders_secrets.id
    crn               = ibm_is_virtual_endpoint_gateway.orders_secrets.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.orders_secrets.service_endpoints
    addresses         = {}
  }
}
