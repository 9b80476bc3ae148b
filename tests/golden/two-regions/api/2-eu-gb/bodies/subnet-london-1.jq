{
  "name": "vpe-1",
  "vpc": {"id": $VPC_LONDON},
  "ipv4_cidr_block": "172.17.0.0/28"
}
