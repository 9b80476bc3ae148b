{
  "name": "orders-cos-eu-es-3",
  "auto_delete": false,
  "target": {"id": $GATEWAY_ORDERS_COS}
}
