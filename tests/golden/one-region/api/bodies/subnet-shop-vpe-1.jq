{
  "name": "vpe-1",
  "vpc": {"id": $VPC_SHOP},
  "ipv4_cidr_block": "172.20.0.0/28"
}
