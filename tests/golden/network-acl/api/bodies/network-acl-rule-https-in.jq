{
  "name": "https-in",
  "action": "allow",
  "direction": "inbound",
  "protocol": "tcp",
  "source": "10.240.0.0/16",
  "destination": "10.240.8.0/26",
  "destination_port_min": 443,
  "destination_port_max": 443,
  "before": {"id": $NETWORK_ACL_RULE_HTTPS_OUT}
}
