{
  "name": "dallas-zone-2",
  "zone": {
    "name": "us-south-2"
  },
  "cidr": "172.16.64.0/18"
}
