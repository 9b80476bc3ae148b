{
  "name": "app-1",
  "vpc": {"id": $VPC_APP},
  "ipv4_cidr_block": "10.20.8.0/24"
}
