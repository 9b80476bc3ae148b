# Plan: Time for a VPC, and an address in another zone
# Content: e1c3b721b06e
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: br-sao. Account: not said by the plan, and not compared.

subnet_vpe_1_id = "02q7-7c9e1b35-2f80-4d64-b1a9-e35d0c6f8247"
