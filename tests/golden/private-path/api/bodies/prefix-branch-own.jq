{
  "name": "branch-own",
  "zone": {
    "name": "eu-gb-1"
  },
  "cidr": "192.168.40.0/24"
}
