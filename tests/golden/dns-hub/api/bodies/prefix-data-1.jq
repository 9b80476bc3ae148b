{
  "name": "data-1",
  "zone": {
    "name": "us-south-1"
  },
  "cidr": "10.30.0.0/18"
}
