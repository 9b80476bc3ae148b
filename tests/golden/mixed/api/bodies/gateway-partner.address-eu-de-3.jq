# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "partner-billing-eu-de-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_PARTNER_BILLING}
}
