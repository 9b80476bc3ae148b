{
  "dns_resolution_binding_mode": "primary"
}
