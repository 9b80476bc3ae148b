{
  "name": "data-vpe-1",
  "vpc": {"id": $VPC_DATA},
  "ipv4_cidr_block": "10.30.8.0/26"
}
