# Plan: Services of other accounts
# Content: 92f7b3fca645
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

resource "ibm_is_virtual_endpoint_gateway" "cluster" {
  name                        = "cluster"
  vpc                         = ibm_is_vpc.workloads.id
  security_groups             = [ibm_is_security_group.cluster_clients.id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:containers-kubernetes:us-east:a/0b5e00334eaf9eb9339d2ab48f7326b4:bs8j6d5f0v3k7q2m1n4g::"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "cluster" {
  for_each = {
    "us-south-1" = {
      subnet  = ibm_is_subnet.vpe_1.id
      name    = "cluster-us-south-1"
      address = null
    }
    "us-south-2" = {
      subnet  = ibm_is_subnet.vpe_2.id
      name    = "cluster-us-south-2"
      address = null
    }
    "us-south-3" = {
      subnet  = ibm_is_subnet.vpe_3.id
      name    = "cluster-us-south-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "cluster" {
  for_each = {
    "us-south-1" = ibm_is_subnet_reserved_ip.cluster["us-south-1"].reserved_ip
    "us-south-2" = ibm_is_subnet_reserved_ip.cluster["us-south-2"].reserved_ip
    "us-south-3" = ibm_is_subnet_reserved_ip.cluster["us-south-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.cluster.id
  reserved_ip = each.value
}

resource "ibm_is_virtual_endpoint_gateway" "events" {
  name                        = "events"
  vpc                         = ibm_is_vpc.workloads.id
  security_groups             = [ibm_is_security_group.data_clients.id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:messagehub:us-south:a/b0d93a7c5f1e4862a9e07d41c3f8256b:4b1e9c52-7d03-4c8a-9f21-0a6c7e5d3b18::"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "events" {
  for_each = {
    "us-south-1" = {
      subnet  = ibm_is_subnet.vpe_1.id
      name    = "events-us-south-1"
      address = null
    }
    "us-south-2" = {
      subnet  = ibm_is_subnet.vpe_2.id
      name    = "events-us-south-2"
      address = null
    }
    "us-south-3" = {
      subnet  = ibm_is_subnet.vpe_3.id
      name    = "events-us-south-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "events" {
  for_each = {
    "us-south-1" = ibm_is_subnet_reserved_ip.events["us-south-1"].reserved_ip
    "us-south-2" = ibm_is_subnet_reserved_ip.events["us-south-2"].reserved_ip
    "us-south-3" = ibm_is_subnet_reserved_ip.events["us-south-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.events.id
  reserved_ip = each.value
}

resource "ibm_is_virtual_endpoint_gateway" "orders" {
  name                        = "orders"
  vpc                         = ibm_is_vpc.workloads.id
  security_groups             = [ibm_is_security_group.data_clients.id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:databases-for-postgresql:us-south:a/b0d93a7c5f1e4862a9e07d41c3f8256b:9f0c2d4e-51b7-4a38-8e6d-3c1b7f0a2e95::"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "orders" {
  for_each = {
    "us-south-1" = {
      subnet  = ibm_is_subnet.vpe_1.id
      name    = "orders-us-south-1"
      address = null
    }
    "us-south-2" = {
      subnet  = ibm_is_subnet.vpe_2.id
      name    = "orders-us-south-2"
      address = null
    }
    "us-south-3" = {
      subnet  = ibm_is_subnet.vpe_3.id
      name    = "orders-us-south-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "orders" {
  for_each = {
    "us-south-1" = ibm_is_subnet_reserved_ip.orders["us-south-1"].reserved_ip
    "us-south-2" = ibm_is_subnet_reserved_ip.orders["us-south-2"].reserved_ip
    "us-south-3" = ibm_is_subnet_reserved_ip.orders["us-south-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.orders.id
  reserved_ip = each.value
}
