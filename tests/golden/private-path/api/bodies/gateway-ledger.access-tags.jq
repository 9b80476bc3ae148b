{
  "resources": [
    {
      "resource_id": $CRN
    }
  ],
  "tag_names": [
    "partner:ledger"
  ]
}
