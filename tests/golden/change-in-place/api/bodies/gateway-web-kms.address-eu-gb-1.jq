{
  "name": "web-kms-eu-gb-1",
  "address": "10.242.0.8",
  "auto_delete": false,
  "target": {"id": "r018-d05b8f37-6e1c-4a92-8b40-7c93e2a6f518"}
}
