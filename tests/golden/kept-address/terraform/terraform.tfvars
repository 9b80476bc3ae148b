# Plan: An address that is kept
# Content: ac8bd6fd146c
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: jp-tok. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

account_id                     = "7f2c4e91b0d84a6f9c3355e1a0b27d48"
security_group_data_clients_id = "r022-b3c58e07-1d4f-4a69-9e32-7c60d5f1a8b4"
