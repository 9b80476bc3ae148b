# The body of a request of create.sh, which fills in the variables.
{
  "name": "app-vpc",
  "address_prefix_management": "auto"
}
