# Sends the request that deletes a policy, once.
try_remove() { # DO KIND ID
  request DELETE "$IAM_API/v1/policies/$(uri "$3")"
}
