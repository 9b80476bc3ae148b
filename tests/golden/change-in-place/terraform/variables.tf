# Plan: What exists changes in place
# Content: ee61d270b7e9
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

variable "account_id" {
  description = "ID of the account that the plan is for"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9a-f]{32}$", var.account_id))
    error_message = "The ID of an account has 32 digits of 0-9 and a-f."
  }
}

variable "vpc_web_id" {
  description = "ID of the existing VPC web"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.vpc_web_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}

variable "gateway_web_kms_id" {
  description = "ID of the existing endpoint gateway web-kms"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.gateway_web_kms_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}

variable "subnet_web_1_id" {
  description = "ID of the existing subnet web-1"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.subnet_web_1_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}

variable "subnet_web_2_id" {
  description = "ID of the existing subnet web-2"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.subnet_web_2_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}

variable "gateway_web_ntp_id" {
  description = "ID of the existing endpoint gateway web-ntp"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.gateway_web_ntp_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}
