# What create.sh sends. A word that begins with $ is an ID that it finds out.
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
