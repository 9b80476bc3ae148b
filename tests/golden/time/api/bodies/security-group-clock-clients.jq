{
  "name": "clock-clients",
  "vpc": {"id": $VPC_PLANT}
}
