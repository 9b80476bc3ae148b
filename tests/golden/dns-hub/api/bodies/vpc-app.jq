{
  "name": "app",
  "address_prefix_management": "manual"
}
