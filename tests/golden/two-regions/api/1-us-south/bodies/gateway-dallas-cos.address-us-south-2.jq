{
  "name": "cos-ip-us-south-2",
  "address": "172.16.64.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_COS}
}
