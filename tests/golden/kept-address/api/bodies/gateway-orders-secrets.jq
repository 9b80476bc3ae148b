{
  "name": "orders-secrets",
  "vpc": {"id": $VPC_ORDERS},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:secrets-manager:jp-tok:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:83f2c6d0-9e14-4b7a-a5d8-0b6f1e94c725::"
  },
  "security_groups": [
    {"id": "r022-b3c58e07-1d4f-4a69-9e32-7c60d5f1a8b4"}
  ],
  "dns_resolution_binding_mode": "primary"
}
