{
  "name": "shop",
  "address_prefix_management": "manual"
}
