{
  "name": "clock",
  "vpc": {"id": $VPC_PLANT},
  "target": {
    "resource_type": "provider_infrastructure_service",
    "name": "ibm-ntp-server"
  },
  "ips": [
    {
      "subnet": {"id": "02q7-7c9e1b35-2f80-4d64-b1a9-e35d0c6f8247"},
      "name": "clock-br-sao-1",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_2},
      "name": "clock-br-sao-2",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_3},
      "name": "clock-br-sao-3",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_CLOCK_CLIENTS}
  ],
  "dns_resolution_binding_mode": "primary"
}
