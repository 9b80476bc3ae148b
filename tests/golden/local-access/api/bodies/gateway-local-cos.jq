{
  "name": "local-cos",
  "vpc": {"id": $VPC_LOCAL_VPC},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_VPE_1},
      "name": "local-cos-us-south-1",
      "address": "10.240.8.4",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_2},
      "name": "local-cos-us-south-2",
      "address": "10.240.72.4",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_3},
      "name": "local-cos-us-south-3",
      "address": "10.240.136.4",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_VPE_CLIENTS}
  ],
  "dns_resolution_binding_mode": "disabled"
}
