{
  "name": "secrets",
  "vpc": {"id": "r014-58b0d6c2-4e19-4f0a-a7c3-92d5e1f6b804"},
  "target": {
    "resource_type": "provider_cloud_service",
    "crn": "crn:v1:bluemix:public:secrets-manager:us-east:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:4b1e9c52-7d03-4c8a-9f21-6a0e5d3b7c18::"
  },
  "ips": [
    {
      "subnet": {"id": $SUBNET_VPE_1_2},
      "name": "secrets-us-east-1",
      "address": "10.241.4.10",
      "auto_delete": false
    },
    {
      "subnet": {"id": $SUBNET_VPE_2_2},
      "name": "secrets-us-east-2",
      "auto_delete": false
    }
  ],
  "security_groups": [
    {"id": $SECURITY_GROUP_VPE_CLIENTS_2}
  ],
  "dns_resolution_binding_mode": "disabled"
}
