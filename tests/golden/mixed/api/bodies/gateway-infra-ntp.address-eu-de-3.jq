{
  "name": "infra-ntp-eu-de-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_INFRA_NTP}
}
