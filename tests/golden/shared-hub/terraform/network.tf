# Plan: A VPC that shares a hub it does not own
# Content: c17ba280782a
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-es. Account: not said by the plan, and not compared.

resource "ibm_is_vpc" "orders" {
  name                      = "orders"
  address_prefix_management = "manual"
}

resource "ibm_is_vpc_address_prefix" "orders_1" {
  name = "orders-1"
  vpc  = ibm_is_vpc.orders.id
  zone = "eu-es-1"
  cidr = "10.61.0.0/18"
}

resource "ibm_is_vpc_address_prefix" "orders_2" {
  name = "orders-2"
  vpc  = ibm_is_vpc.orders.id
  zone = "eu-es-2"
  cidr = "10.61.64.0/18"
}

resource "ibm_is_vpc_address_prefix" "orders_3" {
  name = "orders-3"
  vpc  = ibm_is_vpc.orders.id
  zone = "eu-es-3"
  cidr = "10.61.128.0/18"
}

resource "ibm_is_subnet" "vpe_1" {
  name            = "vpe-1"
  vpc             = ibm_is_vpc.orders.id
  zone            = "eu-es-1"
  ipv4_cidr_block = "10.61.8.0/26"

  depends_on = [ibm_is_vpc_address_prefix.orders_1]
}

resource "ibm_is_subnet" "vpe_2" {
  name            = "vpe-2"
  vpc             = ibm_is_vpc.orders.id
  zone            = "eu-es-2"
  ipv4_cidr_block = "10.61.72.0/26"

  depends_on = [ibm_is_vpc_address_prefix.orders_2]
}

resource "ibm_is_subnet" "vpe_3" {
  name            = "vpe-3"
  vpc             = ibm_is_vpc.orders.id
  zone            = "eu-es-3"
  ipv4_cidr_block = "10.61.136.0/26"

  depends_on = [ibm_is_vpc_address_prefix.orders_3]
}

resource "ibm_is_security_group" "clients" {
  name = "clients"
  vpc  = ibm_is_vpc.orders.id
}

resource "ibm_is_security_group_rule" "https" {
  group     = ibm_is_security_group.clients.id
  name      = "https"
  direction = "inbound"
  remote    = "10.0.0.0/8"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}

resource "ibm_is_vpc_dns_resolution_binding" "orders_to_hub" {
  name   = "orders-to-hub"
  vpc_id = ibm_is_vpc.orders.id

  vpc {
    crn = "crn:v1:bluemix:public:is:eu-es:a/aa2432b1fa4d4ace891e9b80fc104e34::vpc:r050-3f1c9a52-7d84-4b06-9e2f-5a8c0d7b6e14"
  }
}
