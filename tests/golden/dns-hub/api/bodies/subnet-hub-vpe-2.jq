{
  "name": "hub-vpe-2",
  "vpc": {"id": $VPC_HUB},
  "ipv4_cidr_block": "10.10.72.0/26"
}
