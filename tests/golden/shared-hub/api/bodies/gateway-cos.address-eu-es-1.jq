{
  "name": "orders-cos-eu-es-1",
  "auto_delete": false,
  "target": {"id": $GATEWAY_ORDERS_COS}
}
