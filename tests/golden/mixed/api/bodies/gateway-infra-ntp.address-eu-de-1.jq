# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "infra-ntp-eu-de-1",
  "auto_delete": false,
  "target": {"id": $GATEWAY_INFRA_NTP}
}
