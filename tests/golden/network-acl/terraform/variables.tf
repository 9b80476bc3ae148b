# Plan: Key Protect behind network ACLs
# Content: 715402ce2b97
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

variable "account_id" {
  description = "ID of the account that the plan is for"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9a-f]{32}$", var.account_id))
    error_message = "The ID of an account has 32 digits of 0-9 and a-f."
  }
}

variable "vpc_vpc_id" {
  description = "ID of the existing VPC prod-vpc"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.vpc_vpc_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}

variable "network_acl_shared_acl_id" {
  description = "ID of the existing network ACL shared-acl"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.network_acl_shared_acl_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}

variable "network_acl_rule_no_tcp_in_id" {
  description = "ID of the existing network ACL rule no-tcp-in"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.network_acl_rule_no_tcp_in_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}

variable "subnet_vpe_2_id" {
  description = "ID of the existing subnet vpe-2"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.subnet_vpe_2_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}

variable "subnet_vpe_3_id" {
  description = "ID of the existing subnet vpe-3"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.subnet_vpe_3_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}
