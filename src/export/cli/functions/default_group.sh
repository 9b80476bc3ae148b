# Finds the account's default resource group.
default_group() {
  list resource groups --default
  FOUND=$(jq -r '.[0].id // ""' <<<"$ANSWER")
  [[ -n $FOUND ]] || stop 'the account has no default resource group'
}
