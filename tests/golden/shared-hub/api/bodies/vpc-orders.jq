{
  "name": "orders",
  "address_prefix_management": "manual"
}
