{
  "name": "vpe-3",
  "vpc": {"id": $VPC_ORDERS},
  "ipv4_cidr_block": "10.61.136.0/26"
}
