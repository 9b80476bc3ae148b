# Plan: Local access to two buckets
# Content: f702e861430a
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.
