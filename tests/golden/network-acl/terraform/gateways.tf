# Plan: Key Protect behind network ACLs
# Content: 715402ce2b97
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

resource "ibm_is_virtual_endpoint_gateway" "prod_kms" {
  name                        = "prod-kms"
  vpc                         = var.vpc_vpc_id
  security_groups             = [ibm_is_security_group.vpe_clients.id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "prod_kms" {
  for_each = {
    "us-south-1" = {
      subnet  = ibm_is_subnet.vpe_1.id
      name    = "prod-kms-us-south-1"
      address = "10.240.8.9"
    }
    "us-south-2" = {
      subnet  = var.subnet_vpe_2_id
      name    = "prod-kms-us-south-2"
      address = null
    }
    "us-south-3" = {
      subnet  = var.subnet_vpe_3_id
      name    = "prod-kms-us-south-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "prod_kms" {
  for_each = {
    "us-south-1" = ibm_is_subnet_reserved_ip.prod_kms["us-south-1"].reserved_ip
    "us-south-2" = ibm_is_subnet_reserved_ip.prod_kms["us-south-2"].reserved_ip
    "us-south-3" = ibm_is_subnet_reserved_ip.prod_kms["us-south-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.prod_kms.id
  reserved_ip = each.value
}
