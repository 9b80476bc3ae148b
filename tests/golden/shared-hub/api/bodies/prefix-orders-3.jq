{
  "name": "orders-3",
  "zone": {
    "name": "eu-es-3"
  },
  "cidr": "10.61.128.0/18"
}
