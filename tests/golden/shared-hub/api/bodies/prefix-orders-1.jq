{
  "name": "orders-1",
  "zone": {
    "name": "eu-es-1"
  },
  "cidr": "10.61.0.0/18"
}
