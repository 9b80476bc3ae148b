# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "vpe-1",
  "vpc": {"id": $VPC_DALLAS},
  "ipv4_cidr_block": "172.16.0.0/28"
}
