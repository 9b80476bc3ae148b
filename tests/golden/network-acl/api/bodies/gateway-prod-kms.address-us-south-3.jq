{
  "name": "prod-kms-us-south-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_PROD_KMS}
}
