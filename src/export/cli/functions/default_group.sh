# Prints the id of the account's default resource group.
default_group() {
  ic resource groups --default | jq -er 'first(.[] | .id)' || stop "the account has no default resource group"
}
