# Plan: Services of other accounts
# Content: 92f7b3fca645
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

output "cluster" {
  description = "Endpoint gateway cluster: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.cluster.id
    crn               = ibm_is_virtual_endpoint_gateway.cluster.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.cluster.service_endpoints
    addresses = {
      "us-south-1" = ibm_is_subnet_reserved_ip.cluster["us-south-1"].address
      "us-south-2" = ibm_is_subnet_reserved_ip.cluster["us-south-2"].address
      "us-south-3" = ibm_is_subnet_reserved_ip.cluster["us-south-3"].address
    }
  }
}

output "events" {
  description = "Endpoint gateway events: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.events.id
    crn               = ibm_is_virtual_endpoint_gateway.events.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.events.service_endpoints
    addresses = {
      "us-south-1" = ibm_is_subnet_reserved_ip.events["us-south-1"].address
      "us-south-2" = ibm_is_subnet_reserved_ip.events["us-south-2"].address
      "us-south-3" = ibm_is_subnet_reserved_ip.events["us-south-3"].address
    }
  }
}

output "orders" {
  description = "Endpoint gateway orders: its host names, and its address in each zone"
  value = {
    id                = ibm_is_virtual_endpoint_gateway.orders.id
    crn               = ibm_is_virtual_endpoint_gateway.orders.crn
    service_endpoints = ibm_is_virtual_endpoint_gateway.orders.service_endpoints
    addresses = {
      "us-south-1" = ibm_is_subnet_reserved_ip.orders["us-south-1"].address
      "us-south-2" = ibm_is_subnet_reserved_ip.orders["us-south-2"].address
      "us-south-3" = ibm_is_subnet_reserved_ip.orders["us-south-3"].address
    }
  }
}
