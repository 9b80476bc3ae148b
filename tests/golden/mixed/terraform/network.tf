# Plan: What exists is known by name
# Content: 8ed7e8a72b24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-de. Account: not said by the plan, and not compared.

data "ibm_is_vpc" "shared_vpc" {
  name = "shared-vpc"
}

data "ibm_is_security_group" "app_tier" {
  name = "app-tier"
  vpc  = data.ibm_is_vpc.shared_vpc.id
}

data "ibm_is_security_group" "infra_clients" {
  name = "infra-clients"
  vpc  = data.ibm_is_vpc.shared_vpc.id
}

resource "ibm_is_security_group_rule" "app_to_infra" {
  group     = data.ibm_is_security_group.infra_clients.id
  name      = "app-to-infra"
  direction = "inbound"
  remote    = data.ibm_is_security_group.app_tier.id
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}

resource "ibm_is_security_group_rule" "ping" {
  group     = data.ibm_is_security_group.infra_clients.id
  direction = "inbound"
  remote    = "10.243.0.0/16"
  protocol  = "icmp"
}

data "ibm_is_subnet" "infra_1" {
  name = "infra-1"
  vpc  = data.ibm_is_vpc.shared_vpc.id
}

data "ibm_is_subnet" "infra_2" {
  name = "infra-2"
  vpc  = data.ibm_is_vpc.shared_vpc.id
}

data "ibm_is_subnet" "infra_3" {
  name = "infra-3"
  vpc  = data.ibm_is_vpc.shared_vpc.id
}

data "ibm_resource_group" "payments" {
  name = var.resource_group_payments_name
}

data "ibm_is_subnet_reserved_ips" "pps_rip_1" {
  subnet = data.ibm_is_subnet.infra_1.id
}

locals {
  reserved_ip_pps_rip_1 = one([for ip in data.ibm_is_subnet_reserved_ips.pps_rip_1.reserved_ips : ip.reserved_ip if ip.name == "pps-rip-1"])
}

data "ibm_is_subnet_reserved_ips" "cos_rip_2" {
  subnet = data.ibm_is_subnet.infra_2.id
}

locals {
  reserved_ip_cos_rip_2 = one([for ip in data.ibm_is_subnet_reserved_ips.cos_rip_2.reserved_ips : ip.reserved_ip if ip.name == "cos-rip-2"])
}
