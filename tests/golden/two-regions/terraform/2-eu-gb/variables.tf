# Plan: Dallas and London
# Content: 2097881d10e4
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: not said by the plan, and not compared.

variable "resource_group_network_name" {
  description = "Name of the existing resource group network"
  type        = string
  nullable    = false

  validation {
    condition     = trimspace(var.resource_group_network_name) != ""
    error_message = "The name must not be empty."
  }
}
