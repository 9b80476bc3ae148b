# Reads once what may be gone: ANSWER is a list of it, or an empty one.
try_look() { # DO KIND ID VPC PARENT GATEWAY
  path_of "$2" "$3" "$4" "$5"
  if request GET "$URL"; then
    ANSWER="[$ANSWER]"
  elif [[ $PROBLEM == *' was answered with 404, '* ]]; then
    ANSWER='[]'
  else
    [[ -n $BUSY ]] || stop "$PROBLEM"
    return 1
  fi
}
