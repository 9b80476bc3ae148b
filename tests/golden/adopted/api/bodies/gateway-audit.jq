{
  "name": "ledger-audit",
  "vpc": {"id": "r014-7b1f0c52-3d8e-4a96-b0c7-5e21d94f8a03"},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-east.cloud-object-storage.appdomain.cloud"
  },
  "ips": [
    {"id": "0757-58c1e9b7-0f3a-4d62-a47e-3b90d6f2c815"},
    {
      "subnet": {"id": "0767-f17a4c08-5d3e-4b92-86e0-d95b2c7103a4"},
      "name": "ledger-audit-us-east-2",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_LEDGER_VPE_3},
      "name": "ledger-audit-us-east-3",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": "r014-93e5b7d0-6c2f-4810-a7b9-f04d1e8c6352"}
  ],
  "dns_resolution_binding_mode": "disabled",
  "resource_group": {"id": $RESOURCE_GROUP_LEDGER}
}
