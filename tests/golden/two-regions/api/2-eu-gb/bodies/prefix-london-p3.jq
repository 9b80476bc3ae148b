{
  "name": "london-zone-3",
  "zone": {
    "name": "eu-gb-3"
  },
  "cidr": "172.17.128.0/18"
}
