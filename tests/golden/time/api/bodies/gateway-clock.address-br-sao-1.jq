{
  "name": "clock-br-sao-1",
  "auto_delete": false,
  "target": {"id": $GATEWAY_CLOCK}
}
