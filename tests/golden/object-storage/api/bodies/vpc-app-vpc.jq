# What create.sh sends. A word that begins with $ is an ID that it finds out.
{
  "name": "app-vpc",
  "address_prefix_management": "auto"
}
