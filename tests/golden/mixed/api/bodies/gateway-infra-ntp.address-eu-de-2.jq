{
  "name": "infra-ntp-eu-de-2",
  "auto_delete": false,
  "target": {"id": $GATEWAY_INFRA_NTP}
}
