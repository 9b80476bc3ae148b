{
  "name": "cluster-us-south-1",
  "auto_delete": false,
  "target": {"id": $GATEWAY_CLUSTER}
}
