{
  "direction": "inbound",
  "protocol": "tcp",
  "port_min": 443,
  "port_max": 9093,
  "remote": {
    "cidr_block": "10.240.0.0/16"
  },
  "name": "kafka"
}
