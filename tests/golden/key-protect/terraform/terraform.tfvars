# Plan: Key Protect for an existing VPC
# Content: 0c7c64e86367
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

account_id      = "7f2c4e91b0d84a6f9c3355e1a0b27d48"
vpc_vpc_id      = "r006-3f1c0d5e-8a27-4b96-91d4-6e20c7f5a1b3"
subnet_vpe_1_id = "0717-a1c54e08-2b7d-4f96-8e13-5d90b6c2f7a4"
subnet_vpe_2_id = "0727-b9d02c41-6e3f-4a18-9c75-1f84e0a6d3b2"
subnet_vpe_3_id = "0737-e83b1f60-9c25-4d7a-a041-c6f2785d3b9e"
