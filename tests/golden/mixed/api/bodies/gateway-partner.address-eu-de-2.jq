# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "partner-billing-eu-de-2",
  "address": "10.243.72.20",
  "auto_delete": false,
  "target": {"id": $GATEWAY_PARTNER_BILLING}
}
