{
  "name": "vpe-1",
  "vpc": {"id": $VPC_BRANCH},
  "resource_group": {"id": $RESOURCE_GROUP_NETWORK},
  "ipv4_cidr_block": "192.168.40.0/27"
}
