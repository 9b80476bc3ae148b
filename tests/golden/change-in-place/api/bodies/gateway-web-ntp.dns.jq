{
  "dns_resolution_binding_mode": "disabled"
}
