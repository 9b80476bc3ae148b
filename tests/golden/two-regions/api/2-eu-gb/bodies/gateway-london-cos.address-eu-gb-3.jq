{
  "name": "cos-ip-eu-gb-3",
  "address": "172.17.128.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_COS}
}
