{
  "direction": "inbound",
  "protocol": "udp",
  "port_min": 123,
  "port_max": 123,
  "remote": {
    "cidr_block": "10.250.0.0/16"
  },
  "name": "ntp"
}
