{
  "name": "london-zone-2",
  "zone": {
    "name": "eu-gb-2"
  },
  "cidr": "172.17.64.0/18"
}
