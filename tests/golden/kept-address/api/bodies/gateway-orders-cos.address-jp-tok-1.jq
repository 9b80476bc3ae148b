{
  "name": "orders-cos-jp-tok-1",
  "address": "10.244.10.51",
  "auto_delete": true,
  "target": {"id": $GATEWAY_ORDERS_COS}
}
