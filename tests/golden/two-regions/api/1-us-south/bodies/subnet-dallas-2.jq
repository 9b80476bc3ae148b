{
  "name": "vpe-2",
  "vpc": {"id": $VPC_DALLAS},
  "ipv4_cidr_block": "172.16.64.0/28"
}
