{
  "name": "hub-vpe-3",
  "vpc": {"id": $VPC_HUB},
  "ipv4_cidr_block": "10.10.136.0/26"
}
