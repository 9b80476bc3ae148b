{
  "name": "data-vpe-2",
  "vpc": {"id": $VPC_DATA},
  "ipv4_cidr_block": "10.30.72.0/26"
}
