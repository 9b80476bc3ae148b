# Plan: What exists is taken over
# Content: 3929e998fb24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 3f0c8a51d7e94b26a1c5e08d92b7f614.

variable "account_id" {
  description = "Account that the plan is for"
  type        = string
  nullable    = false
}

variable "resource_group_ledger_name" {
  description = "Name of the existing resource group ledger"
  type        = string
  nullable    = false
}

variable "reserved_ip_audit_1_id" {
  description = "ID of the existing reserved IP audit-kept"
  type        = string
  nullable    = false
}
