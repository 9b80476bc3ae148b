# Plan: What exists changes in place
# Content: ee61d270b7e9
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

resource "ibm_is_security_group" "web_clients" {
  name = "web-clients"
  vpc  = var.vpc_web_id
}

resource "ibm_is_security_group_rule" "https" {
  group     = ibm_is_security_group.web_clients.id
  name      = "https"
  direction = "inbound"
  remote    = "10.242.0.0/16"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}
