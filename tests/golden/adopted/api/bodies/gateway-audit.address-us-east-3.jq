{
  "name": "ledger-audit-us-east-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_LEDGER_AUDIT}
}
