{
  "name": "hub-clients",
  "vpc": {"id": $VPC_HUB}
}
