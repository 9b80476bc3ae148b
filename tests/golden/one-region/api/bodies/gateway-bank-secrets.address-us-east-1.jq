{
  "name": "secrets-us-east-1",
  "address": "10.241.4.10",
  "auto_delete": false,
  "target": {"id": $GATEWAY_SECRETS_2}
}
