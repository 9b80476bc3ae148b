{
  "name": "app-3",
  "zone": {
    "name": "us-south-3"
  },
  "cidr": "10.20.128.0/18"
}
