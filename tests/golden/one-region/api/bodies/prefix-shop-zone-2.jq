{
  "name": "zone-2",
  "zone": {
    "name": "us-east-2"
  },
  "cidr": "172.20.16.0/20"
}
