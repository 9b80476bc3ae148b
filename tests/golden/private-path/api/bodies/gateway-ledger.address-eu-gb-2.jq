{
  "name": "ledger-eu-gb-2",
  "auto_delete": false,
  "target": {"id": $GATEWAY_LEDGER}
}
