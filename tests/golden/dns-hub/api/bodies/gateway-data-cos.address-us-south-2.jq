{
  "name": "data-cos-us-south-2",
  "address": "10.30.72.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_DATA_COS}
}
