{
  "name": "web-ntp-eu-gb-1",
  "auto_delete": false,
  "target": {"id": "r018-83a0e6c4-1d7f-4b25-9f3c-06b5d8e72a91"}
}
