# Plan: A partner's service behind Private Path
# Content: 2c01b135e352
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

resource "ibm_is_virtual_endpoint_gateway" "ledger" {
  name                        = "ledger"
  vpc                         = ibm_is_vpc.branch.id
  resource_group              = data.ibm_resource_group.network.id
  security_groups             = [ibm_is_security_group.ledger_clients.id]
  dns_resolution_binding_mode = "primary"
  tags                        = ["team:branches"]
  access_tags                 = ["partner:ledger"]

  target {
    crn           = "crn:v1:bluemix:public:is:eu-gb:a/0b5e00334eaf9eb9339d2ab48f7326b4::private-path-service-gateway:r018-6e5c4a1e-8f6f-4d3a-9d24-3c1b7f0a2e95"
    resource_type = "private_path_service_gateway"
  }

  # The service's provider may take days to admit the gateway. The provider of
  # Terraform goes on without it only after this time, and makes no other gateway
  # of the VPC before.
  timeouts {
    create = "2m"
  }
}

resource "ibm_is_subnet_reserved_ip" "ledger" {
  for_each = {
    "eu-gb-1" = {
      subnet  = ibm_is_subnet.vpe_1.id
      name    = "ledger-eu-gb-1"
      address = "192.168.40.10"
    }
    "eu-gb-2" = {
      subnet  = ibm_is_subnet.vpe_2.id
      name    = "ledger-eu-gb-2"
      address = null
    }
    "eu-gb-3" = {
      subnet  = ibm_is_subnet.vpe_3.id
      name    = "ledger-eu-gb-3"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "ledger" {
  for_each = {
    "eu-gb-1" = ibm_is_subnet_reserved_ip.ledger["eu-gb-1"].reserved_ip
    "eu-gb-2" = ibm_is_subnet_reserved_ip.ledger["eu-gb-2"].reserved_ip
    "eu-gb-3" = ibm_is_subnet_reserved_ip.ledger["eu-gb-3"].reserved_ip
  }

  gateway     = ibm_is_virtual_endpoint_gateway.ledger.id
  reserved_ip = each.value
}
