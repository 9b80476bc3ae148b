{
  "name": "ledger-eu-gb-1",
  "address": "192.168.40.10",
  "auto_delete": false,
  "target": {"id": $GATEWAY_LEDGER}
}
