{
  "name": "prod-kms",
  "vpc": {"id": "r006-3f1c0d5e-8a27-4b96-91d4-6e20c7f5a1b3"},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_VPE_1},
      "name": "prod-kms-us-south-1",
      "address": "10.240.8.9",
      "auto_delete": false
    },
    {
      "subnet": {"id": "0727-b9d02c41-6e3f-4a18-9c75-1f84e0a6d3b2"},
      "name": "prod-kms-us-south-2",
      "auto_delete": false
    },
    {
      "subnet": {"id": "0737-e83b1f60-9c25-4d7a-a041-c6f2785d3b9e"},
      "name": "prod-kms-us-south-3",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_VPE_CLIENTS}
  ],
  "dns_resolution_binding_mode": "primary"
}
