{
  "name": "vpe-acl",
  "vpc": {"id": "r006-3f1c0d5e-8a27-4b96-91d4-6e20c7f5a1b3"}
}
