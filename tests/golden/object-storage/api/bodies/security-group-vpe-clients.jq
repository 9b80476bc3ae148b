{
  "name": "vpe-clients",
  "vpc": {"id": $VPC_APP_VPC}
}
