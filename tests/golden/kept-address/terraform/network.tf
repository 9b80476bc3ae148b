# Plan: An address that is kept
# Content: ac8bd6fd146c
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: jp-tok. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

data "ibm_resource_group" "_account" {
  is_default = true

  lifecycle {
    postcondition {
      condition     = self.account_id == var.account_id
      error_message = "The API key belongs to another account than the plan."
    }
  }
}

data "ibm_is_vpc" "orders" {
  name = "orders"
}

resource "ibm_is_security_group_rule" "postgres" {
  group     = var.security_group_data_clients_id
  name      = "postgres"
  direction = "inbound"
  remote    = "10.244.0.0/16"
  protocol  = "tcp"
  port_min  = 31525
  port_max  = 31525
}

data "ibm_is_subnet" "data_1" {
  name = "data-1"
  vpc  = data.ibm_is_vpc.orders.id
}

data "ibm_is_subnet_reserved_ips" "orders_db" {
  subnet = data.ibm_is_subnet.data_1.id
}

locals {
  reserved_ip_orders_db = one([for ip in data.ibm_is_subnet_reserved_ips.orders_db.reserved_ips : ip.reserved_ip if ip.name == "orders-db"])
}

data "ibm_is_subnet" "data_2" {
  name = "data-2"
  vpc  = data.ibm_is_vpc.orders.id
}
