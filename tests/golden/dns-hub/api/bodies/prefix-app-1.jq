{
  "name": "app-1",
  "zone": {
    "name": "us-south-1"
  },
  "cidr": "10.20.0.0/18"
}
