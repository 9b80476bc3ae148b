# Plan: A DNS hub and two VPCs that share it
# Content: 099f222d9760
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.

# The API key comes from the environment: IC_API_KEY or IBMCLOUD_API_KEY.
provider "ibm" {
  region = "us-south"
}
