{
  "name": "vpe-clients",
  "vpc": {"id": $VPC_LONDON}
}
