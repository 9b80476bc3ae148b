# Makes sure of the region, and of the account where one is given. A dry run does not
# select the region: that would change the settings of ibmcloud.
target() { # REGION [ACCOUNT]
  local region account
  if [[ -z $DRY_RUN ]]; then
    ibm target -r "$1" || stop "$PROBLEM; to log in: ibmcloud login -r ${1@Q}"
  fi
  show target
  region=$(jq -r '.region.name // "none"' <<<"$ANSWER")
  [[ $region == "$1" ]] || stop "the region is $region, not ${1@Q}; to select it: ibmcloud target -r ${1@Q}"
  account=$(jq -r '.account.guid // "none"' <<<"$ANSWER")
  [[ $account == "${2-$account}" ]] || stop "logged in to account $account, not $2; to change it: ibmcloud target -c $2"
  say "Account $account, region $region."
}
