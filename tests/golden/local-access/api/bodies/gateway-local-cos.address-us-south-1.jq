{
  "name": "local-cos-us-south-1",
  "address": "10.240.8.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_LOCAL_COS}
}
