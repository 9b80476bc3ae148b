{
  "name": "vpe-2",
  "vpc": {"id": $VPC_ORDERS},
  "ipv4_cidr_block": "10.61.72.0/26"
}
