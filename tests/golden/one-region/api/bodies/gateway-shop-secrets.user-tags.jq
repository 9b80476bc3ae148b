{
  "resources": [
    {
      "resource_id": $CRN
    }
  ],
  "tag_names": [
    "env:prod"
  ]
}
