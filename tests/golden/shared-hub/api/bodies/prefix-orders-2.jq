{
  "name": "orders-2",
  "zone": {
    "name": "eu-es-2"
  },
  "cidr": "10.61.64.0/18"
}
