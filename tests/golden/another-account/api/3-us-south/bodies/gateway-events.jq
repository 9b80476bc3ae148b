{
  "name": "events",
  "vpc": {"id": $VPC_WORKLOADS},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:messagehub:us-south:a/b0d93a7c5f1e4862a9e07d41c3f8256b:4b1e9c52-7d03-4c8a-9f21-0a6c7e5d3b18::"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_VPE_1},
      "name": "events-us-south-1",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_2},
      "name": "events-us-south-2",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_3},
      "name": "events-us-south-3",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_DATA_CLIENTS}
  ],
  "dns_resolution_binding_mode": "primary"
}
