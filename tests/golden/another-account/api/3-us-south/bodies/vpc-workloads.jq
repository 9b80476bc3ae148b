{
  "name": "workloads",
  "address_prefix_management": "auto"
}
