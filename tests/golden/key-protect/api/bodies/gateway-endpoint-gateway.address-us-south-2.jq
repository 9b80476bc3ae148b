{
  "name": "prod-kms-us-south-2",
  "address": "10.240.72.8",
  "auto_delete": false,
  "target": {"id": $GATEWAY_PROD_KMS}
}
