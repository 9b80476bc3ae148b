{
  "name": "cluster-us-south-2",
  "auto_delete": false,
  "target": {"id": $GATEWAY_CLUSTER}
}
