{
  "name": "clock-br-sao-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_CLOCK}
}
