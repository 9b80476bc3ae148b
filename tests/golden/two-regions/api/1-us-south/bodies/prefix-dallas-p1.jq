# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "dallas-zone-1",
  "zone": {
    "name": "us-south-1"
  },
  "cidr": "172.16.0.0/18"
}
