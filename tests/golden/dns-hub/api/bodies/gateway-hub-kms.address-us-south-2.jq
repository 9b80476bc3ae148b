{
  "name": "hub-kms-us-south-2",
  "address": "10.10.72.5",
  "auto_delete": false,
  "target": {"id": $GATEWAY_HUB_KMS}
}
