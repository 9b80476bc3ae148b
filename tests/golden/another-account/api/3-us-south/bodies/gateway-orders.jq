{
  "name": "orders",
  "vpc": {"id": $VPC_WORKLOADS},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:databases-for-postgresql:us-south:a/b0d93a7c5f1e4862a9e07d41c3f8256b:9f0c2d4e-51b7-4a38-8e6d-3c1b7f0a2e95::"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_VPE_1},
      "name": "orders-us-south-1",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_2},
      "name": "orders-us-south-2",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_3},
      "name": "orders-us-south-3",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_DATA_CLIENTS}
  ],
  "dns_resolution_binding_mode": "primary"
}
