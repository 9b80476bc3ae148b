# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "dallas-zone-3",
  "zone": {
    "name": "us-south-3"
  },
  "cidr": "172.16.128.0/18"
}
