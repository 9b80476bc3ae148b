{
  "name": "kms",
  "vpc": {"id": $VPC_DALLAS},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_VPE_1},
      "name": "kms-ip-us-south-1",
      "address": "172.16.0.5",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_2},
      "name": "kms-ip-us-south-2",
      "address": "172.16.64.5",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_3},
      "name": "kms-ip-us-south-3",
      "address": "172.16.128.5",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_VPE_CLIENTS}
  ],
  "dns_resolution_binding_mode": "primary",
  "resource_group": {"id": $RESOURCE_GROUP_NETWORK}
}
