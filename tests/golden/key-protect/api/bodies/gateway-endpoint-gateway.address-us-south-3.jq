# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "prod-kms-us-south-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_PROD_KMS}
}
