{
  "name": "infra-ntp",
  "vpc": {"id": $VPC_SHARED_VPC},
  "target": {
    "resource_type": "provider_infrastructure_service",
    "name": "ibm-ntp-server"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_INFRA_1},
      "name": "infra-ntp-eu-de-1",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_INFRA_2},
      "name": "infra-ntp-eu-de-2",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_INFRA_3},
      "name": "infra-ntp-eu-de-3",
      "auto_delete": false
    }
  ],
  "dns_resolution_binding_mode": "disabled"
}
