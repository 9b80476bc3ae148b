{
  "name": "vpe-1",
  "vpc": {"id": $VPC_DALLAS},
  "ipv4_cidr_block": "172.16.0.0/28"
}
