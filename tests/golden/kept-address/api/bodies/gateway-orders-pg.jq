{
  "name": "orders-pg",
  "vpc": {"id": $VPC_ORDERS},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:databases-for-postgresql:jp-tok:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:d0a61f94-3b57-4e2c-8a96-1c7e5b20f438::"
  },
  "ips": [
    {"id": $RESERVED_IP_ORDERS_DB}
  ],
  "security_groups": [
    {"id": "r022-b3c58e07-1d4f-4a69-9e32-7c60d5f1a8b4"}
  ],
  "dns_resolution_binding_mode": "disabled"
}
