{
  "name": "kms-out",
  "action": "allow",
  "direction": "outbound",
  "protocol": "tcp",
  "source": "10.240.72.0/26",
  "destination": "10.240.0.0/16",
  "source_port_min": 443,
  "source_port_max": 443,
  "destination_port_min": 1024,
  "destination_port_max": 65535,
  "before": {"id": "8daca77a-4980-4d33-8f3e-7038797be8f9"}
}
