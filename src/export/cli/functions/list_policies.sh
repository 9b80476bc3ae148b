# Lists the account's authorization policies into ANSWER, to pick from.
list_policies() { # ACCOUNT
  list iam authorization-policies
}
