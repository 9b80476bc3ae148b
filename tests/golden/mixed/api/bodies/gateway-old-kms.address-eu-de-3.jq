{
  "name": "old-kms-eu-de-3",
  "auto_delete": false,
  "target": {"id": "r010-9d4e7b20-1a6c-4f83-8e5d-c07b3f2a9164"}
}
