{
  "name": "vpe-1",
  "vpc": {"id": $VPC_ORDERS},
  "ipv4_cidr_block": "10.61.8.0/26"
}
