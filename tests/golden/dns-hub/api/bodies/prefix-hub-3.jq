{
  "name": "hub-3",
  "zone": {
    "name": "us-south-3"
  },
  "cidr": "10.10.128.0/18"
}
