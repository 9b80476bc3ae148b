# Plan: Dallas and London
# Content: 2097881d10e4
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

resource "ibm_is_virtual_endpoint_gateway" "dallas_cos" {
  name                        = "cos"
  vpc                         = ibm_is_vpc.dallas.id
  resource_group              = data.ibm_resource_group.network.id
  security_groups             = [ibm_is_security_group.dallas_clients.id]
  dns_resolution_binding_mode = "primary"
  tags                        = ["env:prod"]

  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "dallas_cos" {
  for_each = {
    "us-south-1" = {
      subnet  = ibm_is_subnet.dallas_1.id
      name    = "cos-ip-us-south-1"
      address = "172.16.0.4"
    }
    "us-south-2" = {
      subnet  = ibm_is_subnet.dallas_2.id
      name    = "cos-ip-us-south-2"
      address = "172.16.64.4"
    }
    "us-south-3" = {
      subnet  = ibm_is_subnet.dallas_3.id
      name    = "cos-ip-us-south-3"
      address = "172.16.128.4"
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "dallas_cos" {
  for_each = {
    "us-south-1" = ibm_is_subnet_reserved_ip.dallas_cos["us-south-1"].reserved_ip
    "us-south-2" = ibm_is_subnet_reserved_ip.dallas_cos["us-south-2"].reserved_ip
    "us-south-3" = ibm_is_subnet_reserved_ip.dallas_cos["us-south-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.dallas_cos.id
  reserved_ip = each.value
}

resource "ibm_is_virtual_endpoint_gateway" "dallas_kms" {
  name                        = "kms"
  vpc                         = ibm_is_vpc.dallas.id
  resource_group              = data.ibm_resource_group.network.id
  security_groups             = [ibm_is_security_group.dallas_clients.id]
  dns_resolution_binding_mode = "primary"
  tags                        = ["env:prod"]

  target {
    crn           = "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "dallas_kms" {
  for_each = {
    "us-south-1" = {
      subnet  = ibm_is_subnet.dallas_1.id
      name    = "kms-ip-us-south-1"
      address = "172.16.0.5"
    }
    "us-south-2" = {
      subnet  = ibm_is_subnet.dallas_2.id
      name    = "kms-ip-us-south-2"
      address = "172.16.64.5"
    }
    "us-south-3" = {
      subnet  = ibm_is_subnet.dallas_3.id
      name    = "kms-ip-us-south-3"
      address = "172.16.128.5"
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "dallas_kms" {
  for_each = {
    "us-south-1" = ibm_is_subnet_reserved_ip.dallas_kms["us-south-1"].reserved_ip
    "us-south-2" = ibm_is_subnet_reserved_ip.dallas_kms["us-south-2"].reserved_ip
    "us-south-3" = ibm_is_subnet_reserved_ip.dallas_kms["us-south-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.dallas_kms.id
  reserved_ip = each.value
}
