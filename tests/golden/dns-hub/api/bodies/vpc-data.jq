{
  "name": "data",
  "address_prefix_management": "manual"
}
