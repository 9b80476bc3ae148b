# The body of a request of create.sh, which fills in the variables.
{
  "name": "dallas-zone-3",
  "zone": {
    "name": "us-south-3"
  },
  "cidr": "172.16.128.0/18"
}
