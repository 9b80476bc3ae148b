# Plan: Two VPCs of one region
# Content: 361073789a29
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

resource "ibm_is_virtual_endpoint_gateway" "shop_secrets" {
  name                        = "secrets"
  vpc                         = ibm_is_vpc.shop.id
  security_groups             = [ibm_is_security_group.shop_clients.id]
  dns_resolution_binding_mode = "primary"
  tags                        = ["env:prod"]

  target {
    crn           = "crn:v1:bluemix:public:secrets-manager:us-east:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:4b1e9c52-7d03-4c8a-9f21-6a0e5d3b7c18::"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "shop_secrets" {
  for_each = {
    "us-east-1" = {
      subnet  = ibm_is_subnet.shop_vpe_1.id
      name    = "secrets-us-east-1"
      address = "172.20.0.10"
    }
    "us-east-2" = {
      subnet  = ibm_is_subnet.shop_vpe_2.id
      name    = "secrets-us-east-2"
      address = "172.20.16.10"
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "shop_secrets" {
  for_each = {
    "us-east-1" = ibm_is_subnet_reserved_ip.shop_secrets["us-east-1"].reserved_ip
    "us-east-2" = ibm_is_subnet_reserved_ip.shop_secrets["us-east-2"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.shop_secrets.id
  reserved_ip = each.value
}

resource "ibm_is_virtual_endpoint_gateway" "bank_secrets" {
  name                        = "secrets"
  vpc                         = var.vpc_bank_id
  security_groups             = [ibm_is_security_group.bank_clients.id]
  dns_resolution_binding_mode = "disabled"

  target {
    crn           = "crn:v1:bluemix:public:secrets-manager:us-east:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:4b1e9c52-7d03-4c8a-9f21-6a0e5d3b7c18::"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "bank_secrets" {
  for_each = {
    "us-east-1" = {
      subnet  = data.ibm_is_subnet.bank_vpe_1.id
      name    = "secrets-us-east-1"
      address = "10.241.4.10"
    }
    "us-east-2" = {
      subnet  = ibm_is_subnet.bank_vpe_2.id
      name    = "secrets-us-east-2"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "bank_secrets" {
  for_each = {
    "us-east-1" = ibm_is_subnet_reserved_ip.bank_secrets["us-east-1"].reserved_ip
    "us-east-2" = ibm_is_subnet_reserved_ip.bank_secrets["us-east-2"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.bank_secrets.id
  reserved_ip = each.value
}
