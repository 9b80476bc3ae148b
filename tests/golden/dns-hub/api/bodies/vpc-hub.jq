{
  "name": "hub",
  "address_prefix_management": "manual",
  "dns": {
    "enable_hub": true
  }
}
