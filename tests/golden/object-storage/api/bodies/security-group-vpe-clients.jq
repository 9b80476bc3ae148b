# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "vpe-clients",
  "vpc": {"id": $VPC_APP_VPC}
}
