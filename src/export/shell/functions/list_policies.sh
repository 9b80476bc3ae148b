# Lists an account's authorization policies into ANSWER, to pick from.
list_policies() { # ACCOUNT
  LOOK=(list_policies "$1")
  policies "$1"
}
