{
  "name": "partner-billing",
  "vpc": {"id": $VPC_SHARED_VPC},
  "target": {
    "resource_type": "private_path_service_gateway",
    "crn": "crn:v1:bluemix:public:is:eu-de:a/b0d93a7c5f1e4862a9e07d41c3f8256b::private-path-service-gateway:r010-2f6b8a14-7c3e-4d95-b0a8-94e1d7c5f362"
  },
  "ips": [
    {"id": $RESERVED_IP_PPS_RIP_1},
    {
      "subnet": {"id": $SUBNET_INFRA_2},
      "name": "partner-billing-eu-de-2",
      "address": "10.243.72.20",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_INFRA_3},
      "name": "partner-billing-eu-de-3",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_INFRA_CLIENTS}
  ],
  "dns_resolution_binding_mode": "primary",
  "resource_group": {"id": $RESOURCE_GROUP_PAYMENTS}
}
