# Runs the command that deletes a policy, once.
try_remove() { # DO KIND ID
  ibm iam authorization-policy-delete "$3" -f &&
    [[ $ANSWER != *'Incorrect Usage'* && $ANSWER != *FAILED* ]]
}
