# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "ledger-east-3",
  "zone": {
    "name": "us-east-3"
  },
  "cidr": "10.241.32.0/20"
}
