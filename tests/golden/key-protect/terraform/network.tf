# Plan: Key Protect for an existing VPC
# Content: 0c7c64e86367
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

resource "ibm_is_security_group" "vpe_clients" {
  name = "vpe-clients"
  vpc  = var.vpc_vpc_id
}

resource "ibm_is_security_group_rule" "rule" {
  group     = ibm_is_security_group.vpe_clients.id
  name      = "https-from-vpc"
  direction = "inbound"
  remote    = "10.240.0.0/16"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}
