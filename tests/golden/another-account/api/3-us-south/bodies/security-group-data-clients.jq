{
  "name": "data-clients",
  "vpc": {"id": $VPC_WORKLOADS}
}
