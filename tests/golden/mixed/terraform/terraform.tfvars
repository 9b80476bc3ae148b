# Plan: What exists is known by name
# Content: 8ed7e8a72b24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-de. Account: not said by the plan, and not compared.

resource_group_payments_name                       = "payments"
resource_group_b0d93a7c5f1e4862a9e07d41c3f8256b_id = "b0d93a7c5f1e4862a9e07d41c3f8256b"
reserved_ip_cos_rip_1_id                           = "02b7-5c1a9d7e-04b3-4e62-b8f1-27a6e3d90c58"
gateway_old_kms_id                                 = "r010-9d4e7b20-1a6c-4f83-8e5d-c07b3f2a9164"
