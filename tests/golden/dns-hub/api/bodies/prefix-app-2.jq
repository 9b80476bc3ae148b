{
  "name": "app-2",
  "zone": {
    "name": "us-south-2"
  },
  "cidr": "10.20.64.0/18"
}
