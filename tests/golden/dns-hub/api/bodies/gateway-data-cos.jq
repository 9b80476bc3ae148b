{
  "name": "data-cos",
  "vpc": {"id": $VPC_DATA},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_DATA_VPE_1},
      "name": "data-cos-us-south-1",
      "address": "10.30.8.4",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_DATA_VPE_2},
      "name": "data-cos-us-south-2",
      "address": "10.30.72.4",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_DATA_VPE_3},
      "name": "data-cos-us-south-3",
      "address": "10.30.136.4",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_DATA_CLIENTS}
  ],
  "dns_resolution_binding_mode": "per_resource_binding"
}
