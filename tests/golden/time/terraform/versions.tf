# Plan: Time for a VPC, and an address in another zone
# Content: e1c3b721b06e
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: br-sao. Account: not said by the plan, and not compared.

terraform {
  required_version = ">= 1.5.1"

  required_providers {
    ibm = {
      source  = "IBM-Cloud/ibm"
      version = ">= 2.1.0, < 3.0.0"
    }
  }
}
