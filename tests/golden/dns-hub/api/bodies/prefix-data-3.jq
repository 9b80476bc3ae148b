{
  "name": "data-3",
  "zone": {
    "name": "us-south-3"
  },
  "cidr": "10.30.128.0/18"
}
