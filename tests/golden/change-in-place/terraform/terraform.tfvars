# Plan: What exists changes in place
# Content: ee61d270b7e9
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-gb. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

account_id         = "7f2c4e91b0d84a6f9c3355e1a0b27d48"
vpc_web_id         = "r018-4c7e1a90-52d3-4f8b-b6a1-90e37d5c2f14"
gateway_web_kms_id = "r018-d05b8f37-6e1c-4a92-8b40-7c93e2a6f518"
subnet_web_1_id    = "0787-1b6f0d34-8e2a-4c59-a7d0-35f9c1e8b604"
subnet_web_2_id    = "0797-6a2d9e05-b714-4830-9cf6-e18d4b07a253"
gateway_web_ntp_id = "r018-83a0e6c4-1d7f-4b25-9f3c-06b5d8e72a91"
