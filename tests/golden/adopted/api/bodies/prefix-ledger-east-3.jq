{
  "name": "ledger-east-3",
  "zone": {
    "name": "us-east-3"
  },
  "cidr": "10.241.32.0/20"
}
