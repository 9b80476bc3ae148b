# Makes sure of the account where one is given.
logged_in() { # [ACCOUNT]
  local account
  show target
  account=$(jq -r '.account.guid // "none"' <<<"$ANSWER")
  [[ $account != none ]] || stop 'ibmcloud is not logged in; to log in: ibmcloud login'
  [[ $account == "${1-$account}" ]] || stop "logged in to account $account, not $1; to change it: ibmcloud target -c $1"
  say "Account $account."
}
