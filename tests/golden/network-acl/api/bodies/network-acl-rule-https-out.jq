{
  "name": "https-out",
  "action": "allow",
  "direction": "outbound",
  "protocol": "tcp",
  "source": "10.240.8.0/26",
  "destination": "10.240.0.0/16",
  "source_port_min": 443,
  "source_port_max": 443,
  "destination_port_min": 1024,
  "destination_port_max": 65535
}
