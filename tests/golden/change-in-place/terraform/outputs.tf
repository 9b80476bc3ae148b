# Plan: What exists changes in place
# Content: ee61d270b7e9
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

output "web_kms" {
  description = "Existing endpoint gateway web-kms: the addresses that it gets here"
  value = {
    id = var.gateway_web_kms_id
    addresses = {
      "eu-gb-2" = ibm_is_subnet_reserved_ip.web_kms["eu-gb-2"].address
    }
  }
}

output "web_ntp" {
  description = "Existing endpoint gateway web-ntp: the addresses that it gets here"
  value = {
    id = var.gateway_web_ntp_id
    addresses = {
      "eu-gb-1" = ibm_is_subnet_reserved_ip.web_ntp["eu-gb-1"].address
    }
  }
}
