# Plan: What exists is taken over
# Content: 3929e998fb24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 3f0c8a51d7e94b26a1c5e08d92b7f614.

data "ibm_resource_group" "_account" {
  is_default = true

  lifecycle {
    postcondition {
      condition     = self.account_id == var.account_id
      error_message = "The API key belongs to another account than the plan."
    }
  }
}

data "ibm_resource_group" "ledger" {
  name = var.resource_group_ledger_name
}

resource "ibm_is_vpc" "ledger" {
  name                      = "ledger-vpc"
  resource_group            = data.ibm_resource_group.ledger.id
  address_prefix_management = "manual"
}

resource "ibm_is_vpc_address_prefix" "ledger_east_1" {
  name = "ledger-east-1"
  vpc  = ibm_is_vpc.ledger.id
  zone = "us-east-1"
  cidr = "10.241.0.0/20"
}

resource "ibm_is_vpc_address_prefix" "ledger_east_2" {
  name = "ledger-east-2"
  vpc  = ibm_is_vpc.ledger.id
  zone = "us-east-2"
  cidr = "10.241.16.0/20"
}

resource "ibm_is_vpc_address_prefix" "ledger_east_3" {
  name = "ledger-east-3"
  vpc  = ibm_is_vpc.ledger.id
  zone = "us-east-3"
  cidr = "10.241.32.0/20"
}

resource "ibm_is_subnet" "vpe_1" {
  name            = "ledger-vpe-1"
  vpc             = ibm_is_vpc.ledger.id
  zone            = "us-east-1"
  ipv4_cidr_block = "10.241.0.0/26"

  depends_on = [ibm_is_vpc_address_prefix.ledger_east_1]
}

resource "ibm_is_subnet" "vpe_2" {
  name            = "ledger-vpe-2"
  vpc             = ibm_is_vpc.ledger.id
  zone            = "us-east-2"
  ipv4_cidr_block = "10.241.16.0/26"

  depends_on = [ibm_is_vpc_address_prefix.ledger_east_2]
}

resource "ibm_is_subnet" "vpe_3" {
  name            = "ledger-vpe-3"
  vpc             = ibm_is_vpc.ledger.id
  zone            = "us-east-3"
  ipv4_cidr_block = "10.241.32.0/26"

  depends_on = [ibm_is_vpc_address_prefix.ledger_east_3]
}

resource "ibm_is_security_group" "clients" {
  name           = "ledger-clients"
  vpc            = ibm_is_vpc.ledger.id
  resource_group = data.ibm_resource_group.ledger.id
}

resource "ibm_is_security_group_rule" "https" {
  group     = ibm_is_security_group.clients.id
  name      = "https"
  direction = "inbound"
  remote    = "10.241.0.0/16"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}

resource "ibm_is_security_group_rule" "ping" {
  group     = ibm_is_security_group.clients.id
  direction = "inbound"
  remote    = "10.241.0.0/16"
  protocol  = "icmp"
}

resource "ibm_is_security_group_rule" "https_partners" {
  group     = ibm_is_security_group.clients.id
  name      = "https-partners"
  direction = "inbound"
  remote    = "172.20.0.0/16"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}
