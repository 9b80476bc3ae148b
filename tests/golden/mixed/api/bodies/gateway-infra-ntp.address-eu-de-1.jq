{
  "name": "infra-ntp-eu-de-1",
  "auto_delete": false,
  "target": {"id": $GATEWAY_INFRA_NTP}
}
