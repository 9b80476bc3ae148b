{
  "name": "vpe-2",
  "vpc": {"id": $VPC_LONDON},
  "ipv4_cidr_block": "172.17.64.0/28"
}
