{
  "name": "cluster",
  "vpc": {"id": $VPC_WORKLOADS},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:containers-kubernetes:us-east:a/0b5e00334eaf9eb9339d2ab48f7326b4:bs8j6d5f0v3k7q2m1n4g::"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_VPE_1},
      "name": "cluster-us-south-1",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_2},
      "name": "cluster-us-south-2",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_3},
      "name": "cluster-us-south-3",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_CLUSTER_CLIENTS}
  ],
  "dns_resolution_binding_mode": "primary"
}
