{
  "name": "ledger-audit-us-east-2",
  "auto_delete": false,
  "target": {"id": $GATEWAY_LEDGER_AUDIT}
}
