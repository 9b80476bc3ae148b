{
  "name": "hub-kms-us-south-1",
  "address": "10.10.8.5",
  "auto_delete": false,
  "target": {"id": $GATEWAY_HUB_KMS}
}
