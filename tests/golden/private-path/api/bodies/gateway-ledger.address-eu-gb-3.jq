{
  "name": "ledger-eu-gb-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_LEDGER}
}
