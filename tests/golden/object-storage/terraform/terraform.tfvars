# Plan: Object Storage in a new VPC
# Content: 345799f5b97d
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-south. Account: not said by the plan, and not compared.
