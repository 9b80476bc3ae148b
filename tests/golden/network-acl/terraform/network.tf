# Plan: Key Protect behind network ACLs
# Content: 715402ce2b97
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

data "ibm_resource_group" "_account" {
  is_default = true

  lifecycle {
    postcondition {
      condition     = self.account_id == var.account_id
      error_message = "The API key belongs to another account than the plan."
    }
  }
}

resource "ibm_is_network_acl" "vpe_acl" {
  name = "vpe-acl"
  vpc  = var.vpc_vpc_id
}

resource "ibm_is_network_acl_rule" "https_out" {
  network_acl     = ibm_is_network_acl.vpe_acl.id
  name            = "https-out"
  action          = "allow"
  direction       = "outbound"
  source          = "10.240.8.0/26"
  destination     = "10.240.0.0/16"
  protocol        = "tcp"
  source_port_min = 443
  source_port_max = 443
  port_min        = 1024
  port_max        = 65535
}

resource "ibm_is_network_acl_rule" "https_in" {
  network_acl = ibm_is_network_acl.vpe_acl.id
  name        = "https-in"
  before      = ibm_is_network_acl_rule.https_out.rule_id
  action      = "allow"
  direction   = "inbound"
  source      = "10.240.0.0/16"
  destination = "10.240.8.0/26"
  protocol    = "tcp"
  port_min    = 443
  port_max    = 443
}

resource "ibm_is_network_acl_rule" "no_lab" {
  network_acl = ibm_is_network_acl.vpe_acl.id
  name        = "no-lab"
  before      = ibm_is_network_acl_rule.https_in.rule_id
  action      = "deny"
  direction   = "inbound"
  source      = "10.240.200.0/24"
  destination = "0.0.0.0/0"
  protocol    = "tcp"
}

resource "ibm_is_network_acl_rule" "kms_out" {
  network_acl     = var.network_acl_shared_acl_id
  name            = "kms-out"
  before          = var.network_acl_rule_no_tcp_in_id
  action          = "allow"
  direction       = "outbound"
  source          = "10.240.72.0/26"
  destination     = "10.240.0.0/16"
  protocol        = "tcp"
  source_port_min = 443
  source_port_max = 443
  port_min        = 1024
  port_max        = 65535
}

resource "ibm_is_network_acl_rule" "kms_in" {
  network_acl = var.network_acl_shared_acl_id
  name        = "kms-in"
  before      = ibm_is_network_acl_rule.kms_out.rule_id
  action      = "allow"
  direction   = "inbound"
  source      = "10.240.0.0/16"
  destination = "10.240.72.0/26"
  protocol    = "tcp"
  port_min    = 443
  port_max    = 443
}

resource "ibm_is_subnet" "vpe_1" {
  name            = "vpe-1"
  vpc             = var.vpc_vpc_id
  zone            = "us-south-1"
  ipv4_cidr_block = "10.240.8.0/26"
  network_acl     = ibm_is_network_acl.vpe_acl.id
}

resource "ibm_is_security_group" "vpe_clients" {
  name = "vpe-clients"
  vpc  = var.vpc_vpc_id
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
