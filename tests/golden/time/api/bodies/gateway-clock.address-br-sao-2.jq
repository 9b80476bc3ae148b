{
  "name": "clock-br-sao-2",
  "auto_delete": false,
  "target": {"id": $GATEWAY_CLOCK}
}
