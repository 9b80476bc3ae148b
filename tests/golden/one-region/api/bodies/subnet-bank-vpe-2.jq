{
  "name": "vpe-2",
  "vpc": {"id": "r014-58b0d6c2-4e19-4f0a-a7c3-92d5e1f6b804"},
  "ipv4_cidr_block": "10.241.68.0/26"
}
