# Plan: A partner's service behind Private Path
# Content: 2c01b135e352
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

data "ibm_resource_group" "_account" {
  is_default = true

  lifecycle {
    postcondition {
      condition     = self.account_id == var.account_id
      error_message = "The API key belongs to another account than the plan."
    }
  }
}

data "ibm_resource_group" "network" {
  name = var.resource_group_network_name
}

resource "ibm_is_vpc" "branch" {
  name                      = "branch"
  resource_group            = data.ibm_resource_group.network.id
  address_prefix_management = "auto"
}

resource "ibm_is_vpc_address_prefix" "branch_own" {
  name = "branch-own"
  vpc  = ibm_is_vpc.branch.id
  zone = "eu-gb-1"
  cidr = "192.168.40.0/24"
}

resource "ibm_is_subnet" "vpe_1" {
  name            = "vpe-1"
  vpc             = ibm_is_vpc.branch.id
  zone            = "eu-gb-1"
  ipv4_cidr_block = "192.168.40.0/27"
  resource_group  = data.ibm_resource_group.network.id

  depends_on = [ibm_is_vpc_address_prefix.branch_own]
}

resource "ibm_is_subnet" "vpe_2" {
  name            = "vpe-2"
  vpc             = ibm_is_vpc.branch.id
  zone            = "eu-gb-2"
  ipv4_cidr_block = "10.242.64.0/27"
  resource_group  = data.ibm_resource_group.network.id
}

resource "ibm_is_subnet" "vpe_3" {
  name            = "vpe-3"
  vpc             = ibm_is_vpc.branch.id
  zone            = "eu-gb-3"
  ipv4_cidr_block = "10.242.128.0/27"
  resource_group  = data.ibm_resource_group.network.id
}

resource "ibm_is_security_group" "tellers" {
  name           = "tellers"
  vpc            = ibm_is_vpc.branch.id
  resource_group = data.ibm_resource_group.network.id
}

resource "ibm_is_security_group" "ledger_clients" {
  name           = "ledger-clients"
  vpc            = ibm_is_vpc.branch.id
  resource_group = data.ibm_resource_group.network.id
}

resource "ibm_is_security_group_rule" "to_ledger" {
  group     = ibm_is_security_group.tellers.id
  name      = "to-ledger"
  direction = "outbound"
  remote    = ibm_is_security_group.ledger_clients.id
  protocol  = "tcp"
  port_min  = 8443
  port_max  = 8443
}

resource "ibm_is_security_group_rule" "from_tellers" {
  group     = ibm_is_security_group.ledger_clients.id
  name      = "from-tellers"
  direction = "inbound"
  remote    = ibm_is_security_group.tellers.id
  protocol  = "tcp"
  port_min  = 8443
  port_max  = 8443
}

resource "ibm_is_security_group_rule" "ping" {
  group     = ibm_is_security_group.ledger_clients.id
  direction = "inbound"
  remote    = "192.168.40.9"
  protocol  = "icmp"
}
