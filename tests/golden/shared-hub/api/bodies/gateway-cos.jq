{
  "name": "orders-cos",
  "vpc": {"id": $VPC_ORDERS},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.eu-es.cloud-object-storage.appdomain.cloud"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_VPE_1},
      "name": "orders-cos-eu-es-1",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_2},
      "name": "orders-cos-eu-es-2",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_3},
      "name": "orders-cos-eu-es-3",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_CLIENTS}
  ],
  "dns_resolution_binding_mode": "primary"
}
