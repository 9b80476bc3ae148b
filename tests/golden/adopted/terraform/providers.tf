# Plan: What exists is taken over
# Content: 3929e998fb24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 3f0c8a51d7e94b26a1c5e08d92b7f614.

# The API key comes from the environment: IC_API_KEY or IBMCLOUD_API_KEY.
provider "ibm" {
  region = "us-east"
}
