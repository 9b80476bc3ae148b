{
  "name": "vpe-1",
  "vpc": {"id": $VPC_WORKLOADS},
  "ipv4_cidr_block": "10.240.8.0/27"
}
