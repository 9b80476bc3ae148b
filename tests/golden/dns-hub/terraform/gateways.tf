# Plan: A DNS hub and two VPCs that share it
# Content: 099f222d9760
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

resource "ibm_is_virtual_endpoint_gateway" "hub_cos" {
  name                        = "hub-cos"
  vpc                         = ibm_is_vpc.hub.id
  security_groups             = [ibm_is_security_group.hub_clients.id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "hub_cos" {
  for_each = {
    "us-south-1" = {
      subnet  = ibm_is_subnet.hub_vpe_1.id
      name    = "hub-cos-us-south-1"
      address = "10.10.8.4"
    }
    "us-south-2" = {
      subnet  = ibm_is_subnet.hub_vpe_2.id
      name    = "hub-cos-us-south-2"
      address = "10.10.72.4"
    }
    "us-south-3" = {
      subnet  = ibm_is_subnet.hub_vpe_3.id
      name    = "hub-cos-us-south-3"
      address = "10.10.136.4"
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "hub_cos" {
  for_each = {
    "us-south-1" = ibm_is_subnet_reserved_ip.hub_cos["us-south-1"].reserved_ip
    "us-south-2" = ibm_is_subnet_reserved_ip.hub_cos["us-south-2"].reserved_ip
    "us-south-3" = ibm_is_subnet_reserved_ip.hub_cos["us-south-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.hub_cos.id
  reserved_ip = each.value
}

resource "ibm_is_virtual_endpoint_gateway" "hub_kms" {
  name                        = "hub-kms"
  vpc                         = ibm_is_vpc.hub.id
  security_groups             = [ibm_is_security_group.hub_clients.id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "hub_kms" {
  for_each = {
    "us-south-1" = {
      subnet  = ibm_is_subnet.hub_vpe_1.id
      name    = "hub-kms-us-south-1"
      address = "10.10.8.5"
    }
    "us-south-2" = {
      subnet  = ibm_is_subnet.hub_vpe_2.id
      name    = "hub-kms-us-south-2"
      address = "10.10.72.5"
    }
    "us-south-3" = {
      subnet  = ibm_is_subnet.hub_vpe_3.id
      name    = "hub-kms-us-south-3"
      address = "10.10.136.5"
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "hub_kms" {
  for_each = {
    "us-south-1" = ibm_is_subnet_reserved_ip.hub_kms["us-south-1"].reserved_ip
    "us-south-2" = ibm_is_subnet_reserved_ip.hub_kms["us-south-2"].reserved_ip
    "us-south-3" = ibm_is_subnet_reserved_ip.hub_kms["us-south-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.hub_kms.id
  reserved_ip = each.value
}

resource "ibm_is_virtual_endpoint_gateway" "data_cos" {
  name                        = "data-cos"
  vpc                         = ibm_is_vpc.data.id
  security_groups             = [ibm_is_security_group.data_clients.id]
  dns_resolution_binding_mode = "per_resource_binding"

  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }

  depends_on = [ibm_is_virtual_endpoint_gateway.hub_cos]
}

resource "ibm_is_subnet_reserved_ip" "data_cos" {
  for_each = {
    "us-south-1" = {
      subnet  = ibm_is_subnet.data_vpe_1.id
      name    = "data-cos-us-south-1"
      address = "10.30.8.4"
    }
    "us-south-2" = {
      subnet  = ibm_is_subnet.data_vpe_2.id
      name    = "data-cos-us-south-2"
      address = "10.30.72.4"
    }
    "us-south-3" = {
      subnet  = ibm_is_subnet.data_vpe_3.id
      name    = "data-cos-us-south-3"
      address = "10.30.136.4"
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "data_cos" {
  for_each = {
    "us-south-1" = ibm_is_subnet_reserved_ip.data_cos["us-south-1"].reserved_ip
    "us-south-2" = ibm_is_subnet_reserved_ip.data_cos["us-south-2"].reserved_ip
    "us-south-3" = ibm_is_subnet_reserved_ip.data_cos["us-south-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.data_cos.id
  reserved_ip = each.value
}

resource "ibm_is_virtual_endpoint_gateway_resource_binding" "data_cos" {
  for_each = {
    "crn:v1:bluemix:public:cloud-object-storage:global:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1d3f8c54-6b1a-4a37-9d0e-2f5b7c8e9a10:bucket:ledger" = "ledger"
  }

  endpoint_gateway_id = ibm_is_virtual_endpoint_gateway.data_cos.id
  name                = each.value

  target {
    crn = each.key
  }
}
