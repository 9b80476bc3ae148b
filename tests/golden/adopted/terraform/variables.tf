# Plan: What exists is taken over
# Content: 3929e998fb24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 3f0c8a51d7e94b26a1c5e08d92b7f614.

variable "account_id" {
  description = "ID of the account that the plan is for"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9a-f]{32}$", var.account_id))
    error_message = "The ID of an account has 32 digits of 0-9 and a-f."
  }
}

variable "resource_group_ledger_name" {
  description = "Name of the existing resource group ledger"
  type        = string
  nullable    = false

  validation {
    condition     = trimspace(var.resource_group_ledger_name) != ""
    error_message = "The name must not be empty."
  }
}

variable "reserved_ip_audit_1_id" {
  description = "ID of the existing reserved IP audit-kept"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.reserved_ip_audit_1_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}
