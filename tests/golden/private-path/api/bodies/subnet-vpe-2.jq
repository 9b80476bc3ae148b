{
  "name": "vpe-2",
  "vpc": {"id": $VPC_BRANCH},
  "resource_group": {"id": $RESOURCE_GROUP_NETWORK},
  "ipv4_cidr_block": "10.242.64.0/27"
}
