# The body of a request of create.sh, which fills in the variables.
{
  "name": "vpe-clients",
  "vpc": {"id": $VPC_DALLAS}
}
