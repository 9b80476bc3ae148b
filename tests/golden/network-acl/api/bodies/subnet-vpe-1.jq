{
  "name": "vpe-1",
  "vpc": {"id": "r006-3f1c0d5e-8a27-4b96-91d4-6e20c7f5a1b3"},
  "ipv4_cidr_block": "10.240.8.0/26",
  "network_acl": {"id": $NETWORK_ACL_VPE_ACL}
}
