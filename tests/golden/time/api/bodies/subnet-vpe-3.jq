{
  "name": "vpe-3",
  "vpc": {"id": $VPC_PLANT},
  "ipv4_cidr_block": "10.250.130.0/27"
}
