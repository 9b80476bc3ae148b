{
  "direction": "inbound",
  "protocol": "tcp",
  "port_min": 443,
  "port_max": 443,
  "remote": {
    "cidr_block": "10.242.0.0/16"
  },
  "name": "https"
}
