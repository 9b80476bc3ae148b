{
  "name": "cos-ip-us-south-1",
  "address": "172.16.0.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_COS}
}
