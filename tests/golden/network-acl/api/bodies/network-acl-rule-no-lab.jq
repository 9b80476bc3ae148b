{
  "name": "no-lab",
  "action": "deny",
  "direction": "inbound",
  "protocol": "tcp",
  "source": "10.240.200.0/24",
  "destination": "0.0.0.0/0",
  "before": {"id": $NETWORK_ACL_RULE_HTTPS_IN}
}
