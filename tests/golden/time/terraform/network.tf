# Plan: Time for a VPC, and an address in another zone
# Content: e1c3b721b06e
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: br-sao. Account: not said by the plan, and not compared.

data "ibm_is_vpc" "plant" {
  name = "plant"
}

resource "ibm_is_subnet" "vpe_2" {
  name            = "vpe-2"
  vpc             = data.ibm_is_vpc.plant.id
  zone            = "br-sao-2"
  ipv4_cidr_block = "10.250.66.0/27"
}

resource "ibm_is_subnet" "vpe_3" {
  name            = "vpe-3"
  vpc             = data.ibm_is_vpc.plant.id
  zone            = "br-sao-3"
  ipv4_cidr_block = "10.250.130.0/27"
}

resource "ibm_is_security_group" "clock_clients" {
  name = "clock-clients"
  vpc  = data.ibm_is_vpc.plant.id
}

resource "ibm_is_security_group_rule" "ntp" {
  group     = ibm_is_security_group.clock_clients.id
  name      = "ntp"
  direction = "inbound"
  remote    = "10.250.0.0/16"
  protocol  = "udp"
  port_min  = 123
  port_max  = 123
}

resource "ibm_is_security_group_rule" "answers" {
  group     = ibm_is_security_group.clock_clients.id
  name      = "answers"
  direction = "outbound"
  remote    = "0.0.0.0/0"
  protocol  = "icmp_tcp_udp"
}
