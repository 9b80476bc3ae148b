# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "vpe-3",
  "vpc": {"id": $VPC_APP_VPC},
  "ipv4_cidr_block": "10.240.136.0/26"
}
