{
  "name": "branch",
  "resource_group": {"id": $RESOURCE_GROUP_NETWORK},
  "address_prefix_management": "auto"
}
