# Plan: A DNS hub and two VPCs that share it
# Content: 099f222d9760
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

resource "ibm_is_vpc" "hub" {
  name                      = "hub"
  address_prefix_management = "manual"

  dns {
    enable_hub = true
  }
}

resource "ibm_is_vpc_address_prefix" "hub_1" {
  name = "hub-1"
  vpc  = ibm_is_vpc.hub.id
  zone = "us-south-1"
  cidr = "10.10.0.0/18"
}

resource "ibm_is_vpc_address_prefix" "hub_2" {
  name = "hub-2"
  vpc  = ibm_is_vpc.hub.id
  zone = "us-south-2"
  cidr = "10.10.64.0/18"
}

resource "ibm_is_vpc_address_prefix" "hub_3" {
  name = "hub-3"
  vpc  = ibm_is_vpc.hub.id
  zone = "us-south-3"
  cidr = "10.10.128.0/18"
}

resource "ibm_is_subnet" "hub_vpe_1" {
  name            = "hub-vpe-1"
  vpc             = ibm_is_vpc.hub.id
  zone            = "us-south-1"
  ipv4_cidr_block = "10.10.8.0/26"

  depends_on = [ibm_is_vpc_address_prefix.hub_1]
}

resource "ibm_is_subnet" "hub_vpe_2" {
  name            = "hub-vpe-2"
  vpc             = ibm_is_vpc.hub.id
  zone            = "us-south-2"
  ipv4_cidr_block = "10.10.72.0/26"

  depends_on = [ibm_is_vpc_address_prefix.hub_2]
}

resource "ibm_is_subnet" "hub_vpe_3" {
  name            = "hub-vpe-3"
  vpc             = ibm_is_vpc.hub.id
  zone            = "us-south-3"
  ipv4_cidr_block = "10.10.136.0/26"

  depends_on = [ibm_is_vpc_address_prefix.hub_3]
}

resource "ibm_is_security_group" "hub_clients" {
  name = "hub-clients"
  vpc  = ibm_is_vpc.hub.id
}

resource "ibm_is_vpc" "app" {
  name                      = "app"
  address_prefix_management = "manual"
}

resource "ibm_is_vpc_address_prefix" "app_1" {
  name = "app-1"
  vpc  = ibm_is_vpc.app.id
  zone = "us-south-1"
  cidr = "10.20.0.0/18"
}

resource "ibm_is_vpc_address_prefix" "app_2" {
  name = "app-2"
  vpc  = ibm_is_vpc.app.id
  zone = "us-south-2"
  cidr = "10.20.64.0/18"
}

resource "ibm_is_vpc_address_prefix" "app_3" {
  name = "app-3"
  vpc  = ibm_is_vpc.app.id
  zone = "us-south-3"
  cidr = "10.20.128.0/18"
}

resource "ibm_is_subnet" "app_1" {
  name            = "app-1"
  vpc             = ibm_is_vpc.app.id
  zone            = "us-south-1"
  ipv4_cidr_block = "10.20.8.0/24"

  depends_on = [ibm_is_vpc_address_prefix.app_1]
}

resource "ibm_is_vpc" "data" {
  name                      = "data"
  address_prefix_management = "manual"
}

resource "ibm_is_vpc_address_prefix" "data_1" {
  name = "data-1"
  vpc  = ibm_is_vpc.data.id
  zone = "us-south-1"
  cidr = "10.30.0.0/18"
}

resource "ibm_is_vpc_address_prefix" "data_2" {
  name = "data-2"
  vpc  = ibm_is_vpc.data.id
  zone = "us-south-2"
  cidr = "10.30.64.0/18"
}

resource "ibm_is_vpc_address_prefix" "data_3" {
  name = "data-3"
  vpc  = ibm_is_vpc.data.id
  zone = "us-south-3"
  cidr = "10.30.128.0/18"
}

resource "ibm_is_subnet" "data_vpe_1" {
  name            = "data-vpe-1"
  vpc             = ibm_is_vpc.data.id
  zone            = "us-south-1"
  ipv4_cidr_block = "10.30.8.0/26"

  depends_on = [ibm_is_vpc_address_prefix.data_1]
}

resource "ibm_is_subnet" "data_vpe_2" {
  name            = "data-vpe-2"
  vpc             = ibm_is_vpc.data.id
  zone            = "us-south-2"
  ipv4_cidr_block = "10.30.72.0/26"

  depends_on = [ibm_is_vpc_address_prefix.data_2]
}

resource "ibm_is_subnet" "data_vpe_3" {
  name            = "data-vpe-3"
  vpc             = ibm_is_vpc.data.id
  zone            = "us-south-3"
  ipv4_cidr_block = "10.30.136.0/26"

  depends_on = [ibm_is_vpc_address_prefix.data_3]
}

resource "ibm_is_security_group" "data_clients" {
  name = "data-clients"
  vpc  = ibm_is_vpc.data.id
}

resource "ibm_is_security_group_rule" "https_from_all" {
  group     = ibm_is_security_group.hub_clients.id
  name      = "https-from-all"
  direction = "inbound"
  remote    = "10.0.0.0/8"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}

resource "ibm_is_security_group_rule" "https_from_data" {
  group     = ibm_is_security_group.data_clients.id
  name      = "https-from-data"
  direction = "inbound"
  remote    = "10.30.0.0/16"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}

resource "ibm_is_vpc_dns_resolution_binding" "app_to_hub" {
  name   = "app-to-hub"
  vpc_id = ibm_is_vpc.app.id

  vpc {
    id = ibm_is_vpc.hub.id
  }
}

resource "ibm_is_vpc_dns_resolution_binding" "data_to_hub" {
  name   = "data-to-hub"
  vpc_id = ibm_is_vpc.data.id

  vpc {
    id = ibm_is_vpc.hub.id
  }
}
