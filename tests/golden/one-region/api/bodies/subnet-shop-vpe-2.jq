{
  "name": "vpe-2",
  "vpc": {"id": $VPC_SHOP},
  "ipv4_cidr_block": "172.20.16.0/28"
}
