# The body of a request of create.sh, which fills in the variables.
{
  "name": "dallas",
  "resource_group": {"id": $RESOURCE_GROUP_NETWORK},
  "address_prefix_management": "manual"
}
