{
  "name": "prod-kms-us-south-1",
  "address": "10.240.8.9",
  "auto_delete": false,
  "target": {"id": $GATEWAY_PROD_KMS}
}
