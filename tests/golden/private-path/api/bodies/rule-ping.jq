{
  "direction": "inbound",
  "protocol": "icmp",
  "remote": {
    "address": "192.168.40.9"
  }
}
