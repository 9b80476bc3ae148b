{
  "direction": "inbound",
  "protocol": "tcp",
  "port_min": 443,
  "port_max": 443,
  "remote": {"id": $SECURITY_GROUP_APP_TIER},
  "name": "app-to-infra"
}
