{
  "name": "iam-br-sao-2",
  "address": "10.250.66.20",
  "auto_delete": false,
  "target": {"id": $GATEWAY_IAM}
}
