{
  "name": "secrets-us-east-1",
  "address": "172.20.0.10",
  "auto_delete": false,
  "target": {"id": $GATEWAY_SECRETS}
}
