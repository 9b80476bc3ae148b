{
  "name": "secrets-us-east-2",
  "auto_delete": false,
  "target": {"id": $GATEWAY_SECRETS_2}
}
