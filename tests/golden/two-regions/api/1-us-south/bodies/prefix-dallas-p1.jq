{
  "name": "dallas-zone-1",
  "zone": {
    "name": "us-south-1"
  },
  "cidr": "172.16.0.0/18"
}
