{
  "name": "cos-ip-eu-gb-1",
  "address": "172.17.0.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_COS}
}
