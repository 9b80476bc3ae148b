{
  "direction": "inbound",
  "protocol": "tcp",
  "port_min": 31525,
  "port_max": 31525,
  "remote": {
    "cidr_block": "10.240.0.0/16"
  },
  "name": "postgres"
}
