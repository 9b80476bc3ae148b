{
  "direction": "inbound",
  "protocol": "icmp",
  "remote": {
    "cidr_block": "10.243.0.0/16"
  }
}
