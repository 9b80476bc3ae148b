{
  "name": "local-vpc",
  "address_prefix_management": "auto"
}
