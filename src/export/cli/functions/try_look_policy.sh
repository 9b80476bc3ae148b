# Lists once where a policy is or was, into ANSWER.
try_look() { # DO KIND ID
  run iam authorization-policies
}
