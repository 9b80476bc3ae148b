# The body of a request of create.sh, which fills in the variables.
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
