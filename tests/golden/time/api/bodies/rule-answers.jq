{
  "direction": "outbound",
  "protocol": "icmp_tcp_udp",
  "remote": {
    "cidr_block": "0.0.0.0/0"
  },
  "name": "answers"
}
