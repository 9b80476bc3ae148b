# Plan: A VPC that shares a hub it does not own
# Content: c17ba280782a
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-es. Account: not said by the plan, and not compared.

resource "ibm_is_virtual_endpoint_gateway" "cos" {
  name                        = "orders-cos"
  vpc                         = ibm_is_vpc.orders.id
  security_groups             = [ibm_is_security_group.clients.id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.eu-es.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "cos" {
  for_each = {
    "eu-es-1" = {
      subnet  = ibm_is_subnet.vpe_1.id
      name    = "orders-cos-eu-es-1"
      address = null
    }
    "eu-es-2" = {
      subnet  = ibm_is_subnet.vpe_2.id
      name    = "orders-cos-eu-es-2"
      address = null
    }
    "eu-es-3" = {
      subnet  = ibm_is_subnet.vpe_3.id
      name    = "orders-cos-eu-es-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "cos" {
  for_each = {
    "eu-es-1" = ibm_is_subnet_reserved_ip.cos["eu-es-1"].reserved_ip
    "eu-es-2" = ibm_is_subnet_reserved_ip.cos["eu-es-2"].reserved_ip
    "eu-es-3" = ibm_is_subnet_reserved_ip.cos["eu-es-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.cos.id
  reserved_ip = each.value
}
