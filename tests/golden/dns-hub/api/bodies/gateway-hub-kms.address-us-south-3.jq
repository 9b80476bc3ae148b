{
  "name": "hub-kms-us-south-3",
  "address": "10.10.136.5",
  "auto_delete": false,
  "target": {"id": $GATEWAY_HUB_KMS}
}
