{
  "name": "vpe-clients",
  "vpc": {"id": $VPC_SHOP}
}
