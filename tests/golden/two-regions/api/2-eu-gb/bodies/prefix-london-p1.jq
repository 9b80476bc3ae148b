{
  "name": "london-zone-1",
  "zone": {
    "name": "eu-gb-1"
  },
  "cidr": "172.17.0.0/18"
}
