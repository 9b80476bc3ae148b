{
  "direction": "inbound",
  "protocol": "tcp",
  "port_min": 30996,
  "port_max": 30996,
  "remote": {
    "cidr_block": "10.240.0.0/16"
  },
  "name": "api-server"
}
