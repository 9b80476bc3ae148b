{
  "name": "dallas-zone-3",
  "zone": {
    "name": "us-south-3"
  },
  "cidr": "172.16.128.0/18"
}
