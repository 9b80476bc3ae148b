# Plan: What exists changes in place
# Content: ee61d270b7e9
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

# Not here: Terraform leaves the existing gateway web-kms as it is, because it only refers to it. The scripts do it: rename to web-kms.
# Not here: Terraform leaves the existing gateway web-kms as it is, because it only refers to it. The scripts do it: set DNS mode primary.
# Not here: Terraform leaves the existing gateway web-kms as it is, because it only refers to it. The scripts do it: attach security group web-clients.
# Not here: Terraform leaves the existing gateway web-kms as it is, because it only refers to it. The scripts do it: detach security group everyone.
# Not here: Terraform leaves the existing gateway web-kms as it is, because it only refers to it. The scripts do it: attach the user tags.
# Not here: Terraform leaves the existing gateway web-kms as it is, because it only refers to it. The scripts do it: unbind address 10.242.0.20.
resource "ibm_is_subnet_reserved_ip" "web_kms" {
  for_each = {
    "eu-gb-2" = {
      subnet  = var.subnet_web_2_id
      name    = "web-kms-eu-gb-2"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "web_kms" {
  for_each = {
    "eu-gb-2" = ibm_is_subnet_reserved_ip.web_kms["eu-gb-2"].reserved_ip
  }

  gateway     = var.gateway_web_kms_id
  reserved_ip = each.value
}

# Not here: Terraform leaves the existing gateway web-ntp as it is, because it only refers to it. The scripts do it: set DNS mode disabled.
# Not here: Terraform leaves the existing gateway web-ntp as it is, because it only refers to it. The scripts do it: unbind address 10.242.64.30.
resource "ibm_is_subnet_reserved_ip" "web_ntp" {
  for_each = {
    "eu-gb-1" = {
      subnet  = var.subnet_web_1_id
      name    = "web-ntp-eu-gb-1"
      address = null
    }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "web_ntp" {
  for_each = {
    "eu-gb-1" = ibm_is_subnet_reserved_ip.web_ntp["eu-gb-1"].reserved_ip
  }

  gateway     = var.gateway_web_ntp_id
  reserved_ip = each.value
}
