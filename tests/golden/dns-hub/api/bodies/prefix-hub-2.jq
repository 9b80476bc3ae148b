{
  "name": "hub-2",
  "zone": {
    "name": "us-south-2"
  },
  "cidr": "10.10.64.0/18"
}
