{
  "name": "zone-1",
  "zone": {
    "name": "us-east-1"
  },
  "cidr": "172.20.0.0/20"
}
