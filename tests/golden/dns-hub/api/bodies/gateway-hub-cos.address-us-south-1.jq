{
  "name": "hub-cos-us-south-1",
  "address": "10.10.8.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_HUB_COS}
}
