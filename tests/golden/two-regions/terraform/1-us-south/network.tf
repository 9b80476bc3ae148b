# Plan: Dallas and London
# Content: 2097881d10e4
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

data "ibm_resource_group" "network" {
  name = var.resource_group_network_name
}

resource "ibm_is_vpc" "dallas" {
  name                      = "dallas"
  resource_group            = data.ibm_resource_group.network.id
  address_prefix_management = "manual"
}

resource "ibm_is_vpc_address_prefix" "dallas_p1" {
  name = "dallas-zone-1"
  vpc  = ibm_is_vpc.dallas.id
  zone = "us-south-1"
  cidr = "172.16.0.0/18"
}

resource "ibm_is_vpc_address_prefix" "dallas_p2" {
  name = "dallas-zone-2"
  vpc  = ibm_is_vpc.dallas.id
  zone = "us-south-2"
  cidr = "172.16.64.0/18"
}

resource "ibm_is_vpc_address_prefix" "dallas_p3" {
  name = "dallas-zone-3"
  vpc  = ibm_is_vpc.dallas.id
  zone = "us-south-3"
  cidr = "172.16.128.0/18"
}

resource "ibm_is_subnet" "dallas_1" {
  name            = "vpe-1"
  vpc             = ibm_is_vpc.dallas.id
  zone            = "us-south-1"
  ipv4_cidr_block = "172.16.0.0/28"

  depends_on = [ibm_is_vpc_address_prefix.dallas_p1]
}

resource "ibm_is_subnet" "dallas_2" {
  name            = "vpe-2"
  vpc             = ibm_is_vpc.dallas.id
  zone            = "us-south-2"
  ipv4_cidr_block = "172.16.64.0/28"

  depends_on = [ibm_is_vpc_address_prefix.dallas_p2]
}

resource "ibm_is_subnet" "dallas_3" {
  name            = "vpe-3"
  vpc             = ibm_is_vpc.dallas.id
  zone            = "us-south-3"
  ipv4_cidr_block = "172.16.128.0/28"

  depends_on = [ibm_is_vpc_address_prefix.dallas_p3]
}

resource "ibm_is_security_group" "dallas_clients" {
  name = "vpe-clients"
  vpc  = ibm_is_vpc.dallas.id
}

resource "ibm_is_security_group_rule" "dallas_https" {
  group     = ibm_is_security_group.dallas_clients.id
  name      = "https-from-vpc"
  direction = "inbound"
  remote    = "172.16.0.0/16"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}
