{
  "name": "vpe-3",
  "vpc": {"id": $VPC_WORKLOADS},
  "ipv4_cidr_block": "10.240.136.0/27"
}
