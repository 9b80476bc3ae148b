{
  "name": "ledger-vpe-3",
  "vpc": {"id": "r014-7b1f0c52-3d8e-4a96-b0c7-5e21d94f8a03"},
  "ipv4_cidr_block": "10.241.32.0/26"
}
