# Plan: Dallas and London
# Content: 2097881d10e4
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: not said by the plan, and not compared.

resource "ibm_is_virtual_endpoint_gateway" "london_cos" {
  name                        = "cos"
  vpc                         = ibm_is_vpc.london.id
  resource_group              = data.ibm_resource_group.network.id
  security_groups             = [ibm_is_security_group.london_clients.id]
  dns_resolution_binding_mode = "primary"
  tags                        = ["env:prod"]

  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.eu-gb.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "london_cos" {
  for_each = {
    "eu-gb-1" = {
      subnet  = ibm_is_subnet.london_1.id
      name    = "cos-ip-eu-gb-1"
      address = "172.17.0.4"
    }
    "eu-gb-2" = {
      subnet  = ibm_is_subnet.london_2.id
      name    = "cos-ip-eu-gb-2"
      address = "172.17.64.4"
    }
    "eu-gb-3" = {
      subnet  = ibm_is_subnet.london_3.id
      name    = "cos-ip-eu-gb-3"
      address = "172.17.128.4"
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "london_cos" {
  for_each = {
    "eu-gb-1" = ibm_is_subnet_reserved_ip.london_cos["eu-gb-1"].reserved_ip
    "eu-gb-2" = ibm_is_subnet_reserved_ip.london_cos["eu-gb-2"].reserved_ip
    "eu-gb-3" = ibm_is_subnet_reserved_ip.london_cos["eu-gb-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.london_cos.id
  reserved_ip = each.value
}
