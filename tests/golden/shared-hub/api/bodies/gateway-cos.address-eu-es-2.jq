{
  "name": "orders-cos-eu-es-2",
  "auto_delete": false,
  "target": {"id": $GATEWAY_ORDERS_COS}
}
