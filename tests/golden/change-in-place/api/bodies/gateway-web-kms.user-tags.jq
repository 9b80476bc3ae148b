{
  "resources": [
    {
      "resource_id": $CRN
    }
  ],
  "tag_names": [
    "team:web"
  ]
}
