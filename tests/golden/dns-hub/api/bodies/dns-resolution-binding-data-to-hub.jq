{
  "name": "data-to-hub",
  "vpc": {"id": $VPC_HUB}
}
