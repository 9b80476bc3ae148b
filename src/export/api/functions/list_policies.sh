# Lists an account's authorization policies into ANSWER, to pick from.
list_policies() { # ACCOUNT
  LOOK=(list_policies "$1")
  call GET "$IAM_API/v1/policies?account_id=$(uri "$1")&type=authorization"
  ANSWER=$(jq -c .policies <<<"$ANSWER")
}
