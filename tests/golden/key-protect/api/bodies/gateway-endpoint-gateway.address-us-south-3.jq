# The body of a request of create.sh, which fills in the variables.
{
  "name": "prod-kms-us-south-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_PROD_KMS}
}
