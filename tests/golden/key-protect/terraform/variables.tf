# Plan: Key Protect for an existing VPC
# Content: 0c7c64e86367
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

variable "account_id" {
  description = "Account that the plan is for"
  type        = string
  nullable    = false
}

variable "vpc_vpc_id" {
  description = "ID of the existing VPC prod-vpc"
  type        = string
  nullable    = false
}

variable "subnet_vpe_1_id" {
  description = "ID of the existing subnet vpe-1"
  type        = string
  nullable    = false
}

variable "subnet_vpe_2_id" {
  description = "ID of the existing subnet vpe-2"
  type        = string
  nullable    = false
}

variable "subnet_vpe_3_id" {
  description = "ID of the existing subnet vpe-3"
  type        = string
  nullable    = false
}
