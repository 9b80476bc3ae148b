{
  "name": "cluster-clients",
  "vpc": {"id": $VPC_WORKLOADS}
}
