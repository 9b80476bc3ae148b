# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "london-zone-3",
  "zone": {
    "name": "eu-gb-3"
  },
  "cidr": "172.17.128.0/18"
}
