{
  "name": "prod-kms-us-south-2",
  "auto_delete": false,
  "target": {"id": $GATEWAY_PROD_KMS}
}
