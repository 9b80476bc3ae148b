{
  "name": "orders-cos-jp-tok-2",
  "auto_delete": true,
  "target": {"id": $GATEWAY_ORDERS_COS}
}
