{
  "name": "cos-ip-eu-gb-2",
  "address": "172.17.64.4",
  "auto_delete": false,
  "target": {"id": $GATEWAY_COS}
}
