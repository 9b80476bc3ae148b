# The body of a request of create.sh, which fills in the variables.
{
  "name": "london-zone-3",
  "zone": {
    "name": "eu-gb-3"
  },
  "cidr": "172.17.128.0/18"
}
