{
  "name": "data-2",
  "zone": {
    "name": "us-south-2"
  },
  "cidr": "10.30.64.0/18"
}
