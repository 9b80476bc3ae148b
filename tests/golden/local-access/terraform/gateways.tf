# Plan: Local access to two buckets
# Content: f702e861430a
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

resource "ibm_is_virtual_endpoint_gateway" "local_cos" {
  name                        = "local-cos"
  vpc                         = ibm_is_vpc.local_vpc.id
  security_groups             = [ibm_is_security_group.vpe_clients.id]
  dns_resolution_binding_mode = "disabled"

  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "local_cos" {
  for_each = {
    "us-south-1" = {
      subnet  = ibm_is_subnet.vpe_1.id
      name    = "local-cos-us-south-1"
      address = "10.240.8.4"
    }
    "us-south-2" = {
      subnet  = ibm_is_subnet.vpe_2.id
      name    = "local-cos-us-south-2"
      address = "10.240.72.4"
    }
    "us-south-3" = {
      subnet  = ibm_is_subnet.vpe_3.id
      name    = "local-cos-us-south-3"
      address = "10.240.136.4"
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "local_cos" {
  for_each = {
    "us-south-1" = ibm_is_subnet_reserved_ip.local_cos["us-south-1"].reserved_ip
    "us-south-2" = ibm_is_subnet_reserved_ip.local_cos["us-south-2"].reserved_ip
    "us-south-3" = ibm_is_subnet_reserved_ip.local_cos["us-south-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.local_cos.id
  reserved_ip = each.value
}

resource "ibm_is_virtual_endpoint_gateway_resource_binding" "local_cos" {
  for_each = {
    "crn:v1:bluemix:public:cloud-object-storage:global:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1d3f8c54-6b1a-4a37-9d0e-2f5b7c8e9a10:bucket:invoices" = "invoices"
    "crn:v1:bluemix:public:cloud-object-storage:global:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1d3f8c54-6b1a-4a37-9d0e-2f5b7c8e9a10:bucket:reports"  = "reports"
  }

  endpoint_gateway_id = ibm_is_virtual_endpoint_gateway.local_cos.id
  name                = each.value

  target {
    crn = each.key
  }
}
