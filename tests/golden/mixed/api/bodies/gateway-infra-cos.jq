{
  "name": "infra-cos",
  "vpc": {"id": $VPC_SHARED_VPC},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.eu-de.cloud-object-storage.appdomain.cloud"
  },
  "ips": [
    {"id": "02b7-5c1a9d7e-04b3-4e62-b8f1-27a6e3d90c58"},
    {"id": $RESERVED_IP_COS_RIP_2}
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_INFRA_CLIENTS},
    {"id": $SECURITY_GROUP_APP_TIER}
  ],
  "dns_resolution_binding_mode": "primary",
  "resource_group": {"id": "b0d93a7c5f1e4862a9e07d41c3f8256b"}
}
