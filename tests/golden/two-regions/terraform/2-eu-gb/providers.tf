# Plan: Dallas and London
# Content: 2097881d10e4
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: not said by the plan, and not compared.

# The API key comes from the environment: IC_API_KEY or IBMCLOUD_API_KEY.
provider "ibm" {
  region = "eu-gb"
}
