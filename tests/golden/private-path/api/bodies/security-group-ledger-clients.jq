{
  "name": "ledger-clients",
  "vpc": {"id": $VPC_BRANCH},
  "resource_group": {"id": $RESOURCE_GROUP_NETWORK}
}
