{
  "name": "kms-ip-us-south-3",
  "address": "172.16.128.5",
  "auto_delete": false,
  "target": {"id": $GATEWAY_KMS}
}
