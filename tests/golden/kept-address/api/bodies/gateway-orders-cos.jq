{
  "name": "orders-cos",
  "vpc": {"id": $VPC_ORDERS},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.jp-tok.cloud-object-storage.appdomain.cloud"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_DATA_1},
      "name": "orders-cos-jp-tok-1",
      "address": "10.244.10.51",
      "auto_delete": true
    },
    {
      "subnet": {"id": $SUBNET_DATA_2},
      "name": "orders-cos-jp-tok-2",
      "auto_delete": true
    }
  ],
  "security_groups": [
    {"id": "r022-b3c58e07-1d4f-4a69-9e32-7c60d5f1a8b4"}
  ],
  "dns_resolution_binding_mode": "primary"
}
