# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "dallas-zone-2",
  "zone": {
    "name": "us-south-2"
  },
  "cidr": "172.16.64.0/18"
}
