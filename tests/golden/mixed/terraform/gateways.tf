# Plan: What exists is known by name
# Content: 8ed7e8a72b24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-de. Account: not said by the plan, and not compared.

resource "ibm_is_virtual_endpoint_gateway" "infra_ntp" {
  name                        = "infra-ntp"
  vpc                         = data.ibm_is_vpc.shared_vpc.id
  dns_resolution_binding_mode = "disabled"

  target {
    name          = "ibm-ntp-server"
    resource_type = "provider_infrastructure_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "infra_ntp" {
  for_each = {
    "eu-de-1" = {
      subnet  = data.ibm_is_subnet.infra_1.id
      name    = "infra-ntp-eu-de-1"
      address = null
    }
    "eu-de-2" = {
      subnet  = data.ibm_is_subnet.infra_2.id
      name    = "infra-ntp-eu-de-2"
      address = null
    }
    "eu-de-3" = {
      subnet  = data.ibm_is_subnet.infra_3.id
      name    = "infra-ntp-eu-de-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "infra_ntp" {
  for_each = {
    "eu-de-1" = ibm_is_subnet_reserved_ip.infra_ntp["eu-de-1"].reserved_ip
    "eu-de-2" = ibm_is_subnet_reserved_ip.infra_ntp["eu-de-2"].reserved_ip
    "eu-de-3" = ibm_is_subnet_reserved_ip.infra_ntp["eu-de-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.infra_ntp.id
  reserved_ip = each.value
}

resource "ibm_is_virtual_endpoint_gateway" "partner" {
  name                        = "partner-billing"
  vpc                         = data.ibm_is_vpc.shared_vpc.id
  resource_group              = data.ibm_resource_group.payments.id
  security_groups             = [data.ibm_is_security_group.infra_clients.id]
  dns_resolution_binding_mode = "primary"
  tags                        = ["env:prod"]
  access_tags                 = ["project:billing"]

  target {
    crn           = "crn:v1:bluemix:public:is:eu-de:a/b0d93a7c5f1e4862a9e07d41c3f8256b::private-path-service-gateway:r010-2f6b8a14-7c3e-4d95-b0a8-94e1d7c5f362"
    resource_type = "private_path_service_gateway"
  }

  # The service's provider may take days to admit the gateway. The provider of
  # Terraform goes on without it only after this time, and makes no other gateway
  # of the VPC before.
  timeouts {
    create = "2m"
  }
}

resource "ibm_is_subnet_reserved_ip" "partner" {
  for_each = {
    "eu-de-2" = {
      subnet  = data.ibm_is_subnet.infra_2.id
      name    = "partner-billing-eu-de-2"
      address = "10.243.72.20"
    }
    "eu-de-3" = {
      subnet  = data.ibm_is_subnet.infra_3.id
      name    = "partner-billing-eu-de-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "partner" {
  for_each = {
    "eu-de-1" = local.reserved_ip_pps_rip_1
    "eu-de-2" = ibm_is_subnet_reserved_ip.partner["eu-de-2"].reserved_ip
    "eu-de-3" = ibm_is_subnet_reserved_ip.partner["eu-de-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.partner.id
  reserved_ip = each.value
}

resource "ibm_is_virtual_endpoint_gateway" "infra_cos" {
  name                        = "infra-cos"
  vpc                         = data.ibm_is_vpc.shared_vpc.id
  resource_group              = var.resource_group_b0d93a7c5f1e4862a9e07d41c3f8256b_id
  security_groups             = [data.ibm_is_security_group.infra_clients.id, data.ibm_is_security_group.app_tier.id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.eu-de.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_virtual_endpoint_gateway_ip" "infra_cos" {
  for_each = {
    "eu-de-1" = var.reserved_ip_cos_rip_1_id
    "eu-de-2" = local.reserved_ip_cos_rip_2
  }

  gateway     = ibm_is_virtual_endpoint_gateway.infra_cos.id
  reserved_ip = each.value
}

resource "ibm_is_subnet_reserved_ip" "old_kms" {
  for_each = {
    "eu-de-3" = {
      subnet  = data.ibm_is_subnet.infra_3.id
      name    = "old-kms-eu-de-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "old_kms" {
  for_each = {
    "eu-de-3" = ibm_is_subnet_reserved_ip.old_kms["eu-de-3"].reserved_ip
  }

  gateway     = var.gateway_old_kms_id
  reserved_ip = each.value
}
