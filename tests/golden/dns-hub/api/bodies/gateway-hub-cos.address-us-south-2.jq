{
  "name": "hub-cos-us-south-2",
  "address": "10.10.72.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_HUB_COS}
}
