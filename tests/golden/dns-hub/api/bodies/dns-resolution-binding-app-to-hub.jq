{
  "name": "app-to-hub",
  "vpc": {"id": $VPC_HUB}
}
