# Plan: Services of other accounts
# Content: 92f7b3fca645
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
