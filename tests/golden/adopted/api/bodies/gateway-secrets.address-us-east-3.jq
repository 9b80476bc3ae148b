{
  "name": "ledger-secrets-us-east-3",
  "auto_delete": false,
  "target": {"id": "r014-b25c8f6e-04d1-4937-8ea5-1f9067d3c2b8"}
}
