# Plan: Services of other accounts
# Content: 92f7b3fca645
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

resource "ibm_is_vpc" "workloads" {
  name                      = "workloads"
  address_prefix_management = "auto"
}

resource "ibm_is_subnet" "vpe_1" {
  name            = "vpe-1"
  vpc             = ibm_is_vpc.workloads.id
  zone            = "us-south-1"
  ipv4_cidr_block = "10.240.8.0/27"
}

resource "ibm_is_subnet" "vpe_2" {
  name            = "vpe-2"
  vpc             = ibm_is_vpc.workloads.id
  zone            = "us-south-2"
  ipv4_cidr_block = "10.240.72.0/27"
}

resource "ibm_is_subnet" "vpe_3" {
  name            = "vpe-3"
  vpc             = ibm_is_vpc.workloads.id
  zone            = "us-south-3"
  ipv4_cidr_block = "10.240.136.0/27"
}

resource "ibm_is_security_group" "cluster_clients" {
  name = "cluster-clients"
  vpc  = ibm_is_vpc.workloads.id
}

resource "ibm_is_security_group" "data_clients" {
  name = "data-clients"
  vpc  = ibm_is_vpc.workloads.id
}

resource "ibm_is_security_group_rule" "api_server" {
  group     = ibm_is_security_group.cluster_clients.id
  name      = "api-server"
  direction = "inbound"
  remote    = "10.240.0.0/16"
  protocol  = "tcp"
  port_min  = 30996
  port_max  = 30996
}

resource "ibm_is_security_group_rule" "kafka" {
  group     = ibm_is_security_group.data_clients.id
  name      = "kafka"
  direction = "inbound"
  remote    = "10.240.0.0/16"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 9093
}

resource "ibm_is_security_group_rule" "postgres" {
  group     = ibm_is_security_group.data_clients.id
  name      = "postgres"
  direction = "inbound"
  remote    = "10.240.0.0/16"
  protocol  = "tcp"
  port_min  = 31525
  port_max  = 31525
}
