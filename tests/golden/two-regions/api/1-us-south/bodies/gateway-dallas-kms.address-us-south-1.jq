{
  "name": "kms-ip-us-south-1",
  "address": "172.16.0.5",
  "auto_delete": false,
  "target": {"id": $GATEWAY_KMS}
}
