# Plan: Two VPCs of one region
# Content: 361073789a29
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

account_id  = "7f2c4e91b0d84a6f9c3355e1a0b27d48"
vpc_bank_id = "r014-58b0d6c2-4e19-4f0a-a7c3-92d5e1f6b804"
