{
  "name": "vpe-clients",
  "vpc": {"id": $VPC_DALLAS}
}
