{
  "name": "partner-billing-eu-de-2",
  "address": "10.243.72.20",
  "auto_delete": false,
  "target": {"id": $GATEWAY_PARTNER_BILLING}
}
