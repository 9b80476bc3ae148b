{
  "name": "partner-billing-eu-de-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_PARTNER_BILLING}
}
