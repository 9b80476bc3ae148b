# Plan: Time for a VPC, and an address in another zone
# Content: e1c3b721b06e
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: br-sao. Account: not said by the plan, and not compared.

variable "subnet_vpe_1_id" {
  description = "ID of the existing subnet vpe-1"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[-0-9a-z_]{1,64}$", var.subnet_vpe_1_id))
    error_message = "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore."
  }
}
