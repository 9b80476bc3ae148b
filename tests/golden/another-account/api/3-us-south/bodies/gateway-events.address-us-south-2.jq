{
  "name": "events-us-south-2",
  "auto_delete": false,
  "target": {"id": $GATEWAY_EVENTS}
}
