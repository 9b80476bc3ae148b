{
  "name": "vpe-3",
  "vpc": {"id": $VPC_DALLAS},
  "ipv4_cidr_block": "172.16.128.0/28"
}
