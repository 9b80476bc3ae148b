# Plan: Object Storage in a new VPC
# Content: 345799f5b97d
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

resource "ibm_is_virtual_endpoint_gateway" "app_cos" {
  name                        = "app-cos"
  vpc                         = ibm_is_vpc.app_vpc.id
  security_groups             = [ibm_is_security_group.vpe_clients.id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "app_cos" {
  for_each = {
    "us-south-1" = {
      subnet  = ibm_is_subnet.vpe_1.id
      name    = "app-cos-us-south-1"
      address = "10.240.8.4"
    }
    "us-south-2" = {
      subnet  = ibm_is_subnet.vpe_2.id
      name    = "app-cos-us-south-2"
      address = "10.240.72.4"
    }
    "us-south-3" = {
      subnet  = ibm_is_subnet.vpe_3.id
      name    = "app-cos-us-south-3"
      address = "10.240.136.4"
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "app_cos" {
  for_each = {
    "us-south-1" = ibm_is_subnet_reserved_ip.app_cos["us-south-1"].reserved_ip
    "us-south-2" = ibm_is_subnet_reserved_ip.app_cos["us-south-2"].reserved_ip
    "us-south-3" = ibm_is_subnet_reserved_ip.app_cos["us-south-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.app_cos.id
  reserved_ip = each.value
}
