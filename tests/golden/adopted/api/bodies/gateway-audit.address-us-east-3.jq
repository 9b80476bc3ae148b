# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "ledger-audit-us-east-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_LEDGER_AUDIT}
}
