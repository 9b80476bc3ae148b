{
  "name": "data-cos-us-south-3",
  "address": "10.30.136.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_DATA_COS}
}
