{
  "name": "hub-kms",
  "vpc": {"id": $VPC_HUB},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_HUB_VPE_1},
      "name": "hub-kms-us-south-1",
      "address": "10.10.8.5",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_HUB_VPE_2},
      "name": "hub-kms-us-south-2",
      "address": "10.10.72.5",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_HUB_VPE_3},
      "name": "hub-kms-us-south-3",
      "address": "10.10.136.5",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_HUB_CLIENTS}
  ],
  "dns_resolution_binding_mode": "primary"
}
