# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "vpe-1",
  "vpc": {"id": $VPC_LONDON},
  "ipv4_cidr_block": "172.17.0.0/28"
}
