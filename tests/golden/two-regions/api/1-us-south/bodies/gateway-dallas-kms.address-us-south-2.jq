{
  "name": "kms-ip-us-south-2",
  "address": "172.16.64.5",
  "auto_delete": false,
  "target": {"id": $GATEWAY_KMS}
}
