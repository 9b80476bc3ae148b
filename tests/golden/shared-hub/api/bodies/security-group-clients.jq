{
  "name": "clients",
  "vpc": {"id": $VPC_ORDERS}
}
