# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "dallas",
  "resource_group": {"id": $RESOURCE_GROUP_NETWORK},
  "address_prefix_management": "manual"
}
