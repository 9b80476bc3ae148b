# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "london-zone-1",
  "zone": {
    "name": "eu-gb-1"
  },
  "cidr": "172.17.0.0/18"
}
