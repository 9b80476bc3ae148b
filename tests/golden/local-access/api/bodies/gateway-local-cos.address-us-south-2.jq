{
  "name": "local-cos-us-south-2",
  "address": "10.240.72.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_LOCAL_COS}
}
