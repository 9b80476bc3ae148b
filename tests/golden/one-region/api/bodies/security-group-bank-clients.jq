{
  "name": "vpe-clients",
  "vpc": {"id": "r014-58b0d6c2-4e19-4f0a-a7c3-92d5e1f6b804"}
}
