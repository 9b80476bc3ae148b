# Plan: A VPC that shares a hub it does not own
# Content: c17ba280782a
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: eu-es. Account: not said by the plan, and not compared.
