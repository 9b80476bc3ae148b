{
  "name": "hub-vpe-1",
  "vpc": {"id": $VPC_HUB},
  "ipv4_cidr_block": "10.10.8.0/26"
}
