{
  "name": "vpe-2",
  "vpc": {"id": $VPC_PLANT},
  "ipv4_cidr_block": "10.250.66.0/27"
}
