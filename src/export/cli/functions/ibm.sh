# Runs ibmcloud once: its output is in ANSWER, and all that it said in PROBLEM. BUSY
# tells whether that reads as if it could go better later.
ibm() { # ARGUMENT...
  local all busy status
  all=$(
    { said=$(ibmcloud "$@") && code=0 || code=$?; } 2>&1
    printf '\036%s\036%s' "$code" "$said"
  )
  PROBLEM=${all%%$'\036'*}
  all=${all#*$'\036'}
  status=${all%%$'\036'*}
  ANSWER=${all#*$'\036'}
  PROBLEM="ibmcloud $1 $2 failed: $PROBLEM $ANSWER"
  PROBLEM=${PROBLEM//[[:space:]]/ }
  BUSY=''
  busy='locked|(^|[^_])conflict|too many|rate.?limit|internal.?(server.?)?error|unavailable|bad gateway|time.?out'
  busy+='|timed out|connection|no answer|unexpected eof|try again|(status|code)[^0-9]{1,8}(409|429|5[0-9][0-9])'
  if [[ ${PROBLEM,,} =~ $busy ]]; then
    BUSY=yes
  fi
  return "$status"
}
