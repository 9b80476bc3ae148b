{
  "name": "local-cos-us-south-3",
  "address": "10.240.136.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_LOCAL_COS}
}
