{
  "name": "hub-cos-us-south-3",
  "address": "10.10.136.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_HUB_COS}
}
