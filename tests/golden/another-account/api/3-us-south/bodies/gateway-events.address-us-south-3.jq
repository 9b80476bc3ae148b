{
  "name": "events-us-south-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_EVENTS}
}
