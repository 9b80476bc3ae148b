{
  "name": "app-vpc",
  "address_prefix_management": "auto"
}
