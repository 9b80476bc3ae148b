{
  "resources": [
    {
      "resource_id": $CRN
    }
  ],
  "tag_names": [
    "project:billing"
  ]
}
