{
  "name": "web-kms"
}
