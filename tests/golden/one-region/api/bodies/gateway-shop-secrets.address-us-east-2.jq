{
  "name": "secrets-us-east-2",
  "address": "172.20.16.10",
  "auto_delete": false,
  "target": {"id": $GATEWAY_SECRETS}
}
