# Plan: Key Protect behind network ACLs
# Content: 715402ce2b97
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: 7f2c4e91b0d84a6f9c3355e1a0b27d48.

account_id                    = "7f2c4e91b0d84a6f9c3355e1a0b27d48"
vpc_vpc_id                    = "r006-3f1c0d5e-8a27-4b96-91d4-6e20c7f5a1b3"
network_acl_shared_acl_id     = "r006-5c0e9a41-7d36-4b28-a1f9-e84d02c6b713"
network_acl_rule_no_tcp_in_id = "8daca77a-4980-4d33-8f3e-7038797be8f9"
subnet_vpe_2_id               = "0727-b9d02c41-6e3f-4a18-9c75-1f84e0a6d3b2"
subnet_vpe_3_id               = "0737-e83b1f60-9c25-4d7a-a041-c6f2785d3b9e"
