{
  "name": "vpe-1",
  "vpc": {"id": $VPC_LOCAL_VPC},
  "ipv4_cidr_block": "10.240.8.0/26"
}
