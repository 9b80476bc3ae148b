# Plan: A VPC that shares a hub it does not own
# Content: c17ba280782a
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-es. Account: not said by the plan, and not compared.

# The API key comes from the environment: IC_API_KEY or IBMCLOUD_API_KEY.
provider "ibm" {
  region = "eu-es"
}
