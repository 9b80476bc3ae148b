{
  "name": "tellers",
  "vpc": {"id": $VPC_BRANCH},
  "resource_group": {"id": $RESOURCE_GROUP_NETWORK}
}
