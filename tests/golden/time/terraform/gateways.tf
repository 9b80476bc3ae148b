# Plan: Time for a VPC, and an address in another zone
# Content: e1c3b721b06e
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: br-sao. Account: not said by the plan, and not compared.

resource "ibm_is_virtual_endpoint_gateway" "clock" {
  name                        = "clock"
  vpc                         = data.ibm_is_vpc.plant.id
  security_groups             = [ibm_is_security_group.clock_clients.id]
  dns_resolution_binding_mode = "primary"

  target {
    name          = "ibm-ntp-server"
    resource_type = "provider_infrastructure_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "clock" {
  for_each = {
    "br-sao-1" = {
      subnet  = var.subnet_vpe_1_id
      name    = "clock-br-sao-1"
      address = null
    }
    "br-sao-2" = {
      subnet  = ibm_is_subnet.vpe_2.id
      name    = "clock-br-sao-2"
      address = null
    }
    "br-sao-3" = {
      subnet  = ibm_is_subnet.vpe_3.id
      name    = "clock-br-sao-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "clock" {
  for_each = {
    "br-sao-1" = ibm_is_subnet_reserved_ip.clock["br-sao-1"].reserved_ip
    "br-sao-2" = ibm_is_subnet_reserved_ip.clock["br-sao-2"].reserved_ip
    "br-sao-3" = ibm_is_subnet_reserved_ip.clock["br-sao-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.clock.id
  reserved_ip = each.value
}

# Not here: Terraform finds the existing gateway iam by its ID only, and the plan does not have it.
