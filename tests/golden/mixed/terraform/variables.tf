# Plan: What exists is known by name
# Content: 8ed7e8a72b24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-de. Account: not said by the plan, and not compared.

variable "resource_group_payments_name" {
  description = "Name of the existing resource group payments"
  type        = string
  nullable    = false

  validation {
    condition     = trimspace(var.resource_group_payments_name) != ""
    error_message = "The name must not be empty."
  }
}

variable "resource_group_b0d93a7c5f1e4862a9e07d41c3f8256b_id" {
  description = "ID of an existing resource group"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9a-f]{32}$", var.resource_group_b0d93a7c5f1e4862a9e07d41c3f8256b_id))
    error_message = "The ID of a resource group has 32 digits of 0-9 and a-f."
  }
}

variable "reserved_ip_cos_rip_1_id" {
  description = "ID of the existing reserved IP cos-rip-1"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.reserved_ip_cos_rip_1_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}

variable "gateway_old_kms_id" {
  description = "ID of the existing endpoint gateway old-kms"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.gateway_old_kms_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}
