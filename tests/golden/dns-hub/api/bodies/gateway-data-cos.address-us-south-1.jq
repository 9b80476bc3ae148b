{
  "name": "data-cos-us-south-1",
  "address": "10.30.8.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_DATA_COS}
}
