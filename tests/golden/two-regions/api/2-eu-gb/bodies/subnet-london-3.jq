{
  "name": "vpe-3",
  "vpc": {"id": $VPC_LONDON},
  "ipv4_cidr_block": "172.17.128.0/28"
}
