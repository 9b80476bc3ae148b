# Lists an account's authorization policies into ANSWER.
policies() { # ACCOUNT
  call GET "$IAM_API/v1/policies?account_id=$(uri "$1")&type=authorization"
  ANSWER=$(jq -c .policies <<<"$ANSWER")
}
