# Makes sure of the account that the token is for.
account() { # ACCOUNT
  local account
  list_groups default=true
  account=$(jq -r '.[0].account_id // "none"' <<<"$ANSWER")
  [[ $account == "$1" ]] || stop "the token is for account $account, not $1"
  say "Account $account."
}
