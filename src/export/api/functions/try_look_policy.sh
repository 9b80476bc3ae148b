# Reads once a policy that may be gone: ANSWER is a list of it, or an empty one.
try_look() { # DO KIND ID
  if request GET "$IAM_API/v1/policies/$(uri "$3")"; then
    ANSWER=$(jq -c '[select(.state != "deleted")]' <<<"$ANSWER")
  elif [[ $PROBLEM == *' was answered with 404, '* ]]; then
    ANSWER='[]'
  else
    [[ -n $BUSY ]] || stop "$PROBLEM"
    return 1
  fi
}
