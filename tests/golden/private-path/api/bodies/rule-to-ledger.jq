{
  "direction": "outbound",
  "protocol": "tcp",
  "port_min": 8443,
  "port_max": 8443,
  "remote": {"id": $SECURITY_GROUP_LEDGER_CLIENTS},
  "name": "to-ledger"
}
