# Lists once where something is or was, into ANSWER. What vanishes while a list is read
# can make it fail.
try_look() { # DO KIND ID VPC PARENT GATEWAY
  listing "$2" "$4" "$5"
  run "${LISTING[@]}"
}
