# Plan: An address that is kept
# Content: ac8bd6fd146c
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: jp-tok. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

resource "ibm_is_virtual_endpoint_gateway" "orders_pg" {
  name                        = "orders-pg"
  vpc                         = data.ibm_is_vpc.orders.id
  security_groups             = [var.security_group_data_clients_id]
  dns_resolution_binding_mode = "disabled"

  target {
    crn           = "crn:v1:bluemix:public:databases-for-postgresql:jp-tok:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:d0a61f94-3b57-4e2c-8a96-1c7e5b20f438::"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_virtual_endpoint_gateway_ip" "orders_pg" {
  for_each = {
    "jp-tok-1" = local.reserved_ip_orders_db
  }

  gateway     = ibm_is_virtual_endpoint_gateway.orders_pg.id
  reserved_ip = each.value
}

# Not here: Terraform cannot have the addresses of orders-cos released with it: an address that it binds separately must not be deleted behind its back.
resource "ibm_is_virtual_endpoint_gateway" "orders_cos" {
  name                        = "orders-cos"
  vpc                         = data.ibm_is_vpc.orders.id
  security_groups             = [var.security_group_data_clients_id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.jp-tok.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }
}

resource "ibm_is_subnet_reserved_ip" "orders_cos" {
  for_each = {
    "jp-tok-1" = {
      subnet  = data.ibm_is_subnet.data_1.id
      name    = "orders-cos-jp-tok-1"
      address = "10.244.10.51"
    }
    "jp-tok-2" = {
      subnet  = data.ibm_is_subnet.data_2.id
      name    = "orders-cos-jp-tok-2"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "orders_cos" {
  for_each = {
    "jp-tok-1" = ibm_is_subnet_reserved_ip.orders_cos["jp-tok-1"].reserved_ip
    "jp-tok-2" = ibm_is_subnet_reserved_ip.orders_cos["jp-tok-2"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.orders_cos.id
  reserved_ip = each.value
}

resource "ibm_is_virtual_endpoint_gateway" "orders_secrets" {
  name                        = "orders-secrets"
  vpc                         = data.ibm_is_vpc.orders.id
  security_groups             = [var.security_group_data_clients_id]
  dns_resolution_binding_mode = "primary"

  target {
    crn           = "crn:v1:bluemix:public:secrets-manager:jp-tok:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:83f2c6d0-9e14-4b7a-a5d8-0b6f1e94c725::"
    resource_type = "provider_cloud_service"
  }
}
