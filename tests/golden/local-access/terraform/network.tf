# Plan: Local access to two buckets
# Content: f702e861430a
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

resource "ibm_is_vpc" "local_vpc" {
  name                      = "local-vpc"
  address_prefix_management = "auto"
}

resource "ibm_is_subnet" "vpe_1" {
  name            = "vpe-1"
  vpc             = ibm_is_vpc.local_vpc.id
  zone            = "us-south-1"
  ipv4_cidr_block = "10.240.8.0/26"
}

resource "ibm_is_subnet" "vpe_2" {
  name            = "vpe-2"
  vpc             = ibm_is_vpc.local_vpc.id
  zone            = "us-south-2"
  ipv4_cidr_block = "10.240.72.0/26"
}

resource "ibm_is_subnet" "vpe_3" {
  name            = "vpe-3"
  vpc             = ibm_is_vpc.local_vpc.id
  zone            = "us-south-3"
  ipv4_cidr_block = "10.240.136.0/26"
}

resource "ibm_is_security_group" "vpe_clients" {
  name = "vpe-clients"
  vpc  = ibm_is_vpc.local_vpc.id
}

resource "ibm_is_security_group_rule" "https_from_vpc" {
  group     = ibm_is_security_group.vpe_clients.id
  name      = "https-from-vpc"
  direction = "inbound"
  remote    = "10.240.0.0/16"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}
