# Plan: What exists is known by name
# Content: 8ed7e8a72b24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-de. Account: not said by the plan, and not compared.

variable "resource_group_payments_name" {
  description = "Name of the existing resource group payments"
  type        = string
  nullable    = false
}

variable "resource_group_b0d93a7c5f1e4862a9e07d41c3f8256b_id" {
  description = "ID of an existing resource group"
  type        = string
  nullable    = false
}

variable "reserved_ip_cos_rip_1_id" {
  description = "ID of the existing reserved IP cos-rip-1"
  type        = string
  nullable    = false
}

variable "gateway_old_kms_id" {
  description = "ID of the existing endpoint gateway old-kms"
  type        = string
  nullable    = false
}
