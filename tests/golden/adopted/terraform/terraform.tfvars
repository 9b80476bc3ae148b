# Plan: What exists is taken over
# Content: 3929e998fb24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 3f0c8a51d7e94b26a1c5e08d92b7f614.

account_id                 = "3f0c8a51d7e94b26a1c5e08d92b7f614"
resource_group_ledger_name = "ledger"
reserved_ip_audit_1_id     = "0757-58c1e9b7-0f3a-4d62-a47e-3b90d6f2c815"
