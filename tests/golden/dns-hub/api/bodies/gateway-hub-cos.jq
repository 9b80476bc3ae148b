{
  "name": "hub-cos",
  "vpc": {"id": $VPC_HUB},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_HUB_VPE_1},
      "name": "hub-cos-us-south-1",
      "address": "10.10.8.4",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_HUB_VPE_2},
      "name": "hub-cos-us-south-2",
      "address": "10.10.72.4",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_HUB_VPE_3},
      "name": "hub-cos-us-south-3",
      "address": "10.10.136.4",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_HUB_CLIENTS}
  ],
  "dns_resolution_binding_mode": "primary"
}
