{
  "name": "ledger",
  "vpc": {"id": $VPC_BRANCH},
  "target": {
    "resource_type": "private_path_service_gateway",
    "crn": "crn:v1:bluemix:public:is:eu-gb:a/0b5e00334eaf9eb9339d2ab48f7326b4::private-path-service-gateway:r018-6e5c4a1e-8f6f-4d3a-9d24-3c1b7f0a2e95"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_VPE_1},
      "name": "ledger-eu-gb-1",
      "address": "192.168.40.10",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_2},
      "name": "ledger-eu-gb-2",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_3},
      "name": "ledger-eu-gb-3",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_LEDGER_CLIENTS}
  ],
  "dns_resolution_binding_mode": "primary",
  "resource_group": {"id": $RESOURCE_GROUP_NETWORK}
}
