# Lists the account's authorization policies into ANSWER.
policies() { # ACCOUNT
  fetch iam authorization-policies
}
