# The body of a request of create.sh, which fills in the variables.
{
  "name": "vpe-1",
  "vpc": {"id": $VPC_APP_VPC},
  "ipv4_cidr_block": "10.240.8.0/26"
}
