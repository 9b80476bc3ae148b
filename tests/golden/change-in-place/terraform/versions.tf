# Plan: What exists changes in place
# Content: ee61d270b7e9
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

terraform {
  required_version = ">= 1.5.1"

  required_providers {
    ibm = {
      source  = "IBM-Cloud/ibm"
      version = ">= 2.1.0, < 3.0.0"
    }
  }
}
