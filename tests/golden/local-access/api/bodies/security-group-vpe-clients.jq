{
  "name": "vpe-clients",
  "vpc": {"id": $VPC_LOCAL_VPC}
}
