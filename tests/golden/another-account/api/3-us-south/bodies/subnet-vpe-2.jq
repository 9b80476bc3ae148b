{
  "name": "vpe-2",
  "vpc": {"id": $VPC_WORKLOADS},
  "ipv4_cidr_block": "10.240.72.0/27"
}
