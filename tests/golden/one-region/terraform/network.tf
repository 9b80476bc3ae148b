# Plan: Two VPCs of one region
# Content: 361073789a29
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

data "ibm_resource_group" "_account" {
  is_default = true

  lifecycle {
    postcondition {
      condition     = self.account_id == var.account_id
      error_message = "The API key belongs to another account than the plan."
    }
  }
}

resource "ibm_is_vpc" "shop" {
  name                      = "shop"
  address_prefix_management = "manual"
}

resource "ibm_is_vpc_address_prefix" "shop_zone_1" {
  name = "zone-1"
  vpc  = ibm_is_vpc.shop.id
  zone = "us-east-1"
  cidr = "172.20.0.0/20"
}

resource "ibm_is_vpc_address_prefix" "shop_zone_2" {
  name = "zone-2"
  vpc  = ibm_is_vpc.shop.id
  zone = "us-east-2"
  cidr = "172.20.16.0/20"
}

resource "ibm_is_subnet" "shop_vpe_1" {
  name            = "vpe-1"
  vpc             = ibm_is_vpc.shop.id
  zone            = "us-east-1"
  ipv4_cidr_block = "172.20.0.0/28"

  depends_on = [ibm_is_vpc_address_prefix.shop_zone_1]
}

resource "ibm_is_subnet" "shop_vpe_2" {
  name            = "vpe-2"
  vpc             = ibm_is_vpc.shop.id
  zone            = "us-east-2"
  ipv4_cidr_block = "172.20.16.0/28"

  depends_on = [ibm_is_vpc_address_prefix.shop_zone_2]
}

resource "ibm_is_security_group" "shop_clients" {
  name = "vpe-clients"
  vpc  = ibm_is_vpc.shop.id
}

resource "ibm_is_subnet" "bank_vpe_2" {
  name            = "vpe-2"
  vpc             = var.vpc_bank_id
  zone            = "us-east-2"
  ipv4_cidr_block = "10.241.68.0/26"
}

resource "ibm_is_security_group" "bank_clients" {
  name = "vpe-clients"
  vpc  = var.vpc_bank_id
}

resource "ibm_is_security_group_rule" "shop_https" {
  group     = ibm_is_security_group.shop_clients.id
  name      = "https"
  direction = "inbound"
  remote    = "172.20.0.0/16"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}

resource "ibm_is_security_group_rule" "bank_https" {
  group     = ibm_is_security_group.bank_clients.id
  name      = "https"
  direction = "inbound"
  remote    = "10.241.0.0/16"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}

data "ibm_is_subnet" "bank_vpe_1" {
  name = "vpe-1"
  vpc  = var.vpc_bank_id
}
