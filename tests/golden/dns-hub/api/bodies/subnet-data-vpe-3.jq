{
  "name": "data-vpe-3",
  "vpc": {"id": $VPC_DATA},
  "ipv4_cidr_block": "10.30.136.0/26"
}
