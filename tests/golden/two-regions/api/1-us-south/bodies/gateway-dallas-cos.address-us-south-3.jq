{
  "name": "cos-ip-us-south-3",
  "address": "172.16.128.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_COS}
}
