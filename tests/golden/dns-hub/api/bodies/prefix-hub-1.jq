{
  "name": "hub-1",
  "zone": {
    "name": "us-south-1"
  },
  "cidr": "10.10.0.0/18"
}
