# Plan: What exists is known by name
# Content: 8ed7e8a72b24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-de. Account: not said by the plan, and not compared.

# The API key comes from the environment: IC_API_KEY or IBMCLOUD_API_KEY.
provider "ibm" {
  region = "eu-de"
}
