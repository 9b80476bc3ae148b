# Plan: What exists is taken over
# Content: 3929e998fb24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 3f0c8a51d7e94b26a1c5e08d92b7f614.

resource "ibm_is_virtual_endpoint_gateway" "secrets" {
  name                        = "ledger-secrets"
  vpc                         = ibm_is_vpc.ledger.id
  resource_group              = data.ibm_resource_group.ledger.id
  security_groups             = [ibm_is_security_group.clients.id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:kms:us-east:::endpoint:private.us-east.kms.cloud.ibm.com"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "secrets" {
  for_each = {
    "us-east-1" = {
      subnet  = ibm_is_subnet.vpe_1.id
      name    = "ledger-secrets-us-east-1"
      address = "10.241.0.8"
    }
    "us-east-2" = {
      subnet  = ibm_is_subnet.vpe_2.id
      name    = "ledger-secrets-us-east-2"
      address = null
    }
    "us-east-3" = {
      subnet  = ibm_is_subnet.vpe_3.id
      name    = "ledger-secrets-us-east-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "secrets" {
  for_each = {
    "us-east-1" = ibm_is_subnet_reserved_ip.secrets["us-east-1"].reserved_ip
    "us-east-2" = ibm_is_subnet_reserved_ip.secrets["us-east-2"].reserved_ip
    "us-east-3" = ibm_is_subnet_reserved_ip.secrets["us-east-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.secrets.id
  reserved_ip = each.value

  # The provider does not read the gateway of an imported binding, and would
  # replace it at once. It is to be replaced with its gateway only.
  lifecycle {
    ignore_changes       = [gateway]
    replace_triggered_by = [ibm_is_virtual_endpoint_gateway.secrets.id]
  }
}

resource "ibm_is_virtual_endpoint_gateway" "audit" {
  name                        = "ledger-audit"
  vpc                         = ibm_is_vpc.ledger.id
  resource_group              = data.ibm_resource_group.ledger.id
  security_groups             = [ibm_is_security_group.clients.id]
  dns_resolution_binding_mode = "disabled"

  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-east.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "audit" {
  for_each = {
    "us-east-2" = {
      subnet  = ibm_is_subnet.vpe_2.id
      name    = "ledger-audit-us-east-2"
      address = null
    }
    "us-east-3" = {
      subnet  = ibm_is_subnet.vpe_3.id
      name    = "ledger-audit-us-east-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "audit" {
  for_each = {
    "us-east-1" = var.reserved_ip_audit_1_id
    "us-east-2" = ibm_is_subnet_reserved_ip.audit["us-east-2"].reserved_ip
    "us-east-3" = ibm_is_subnet_reserved_ip.audit["us-east-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.audit.id
  reserved_ip = each.value
}
