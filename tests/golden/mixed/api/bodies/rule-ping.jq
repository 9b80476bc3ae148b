# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "direction": "inbound",
  "protocol": "icmp",
  "remote": {
    "cidr_block": "10.243.0.0/16"
  }
}
