{
  "direction": "inbound",
  "protocol": "tcp",
  "port_min": 8443,
  "port_max": 8443,
  "remote": {"id": $SECURITY_GROUP_TELLERS},
  "name": "from-tellers"
}
