# Sends one request: the answer is in ANSWER. Where it is refused, IBM Cloud's code,
# message and trace are in PROBLEM, and BUSY tells whether it could go better later. The
# token reaches curl by a descriptor, never by an argument.
request() { # METHOD URL [CURL OPTION...]
  local method=$1 url=$2 all head='' status words
  shift 2
  ANSWER='' PROBLEM='' BUSY='' RETRY_AFTER=''
  if ! all=$(curl --silent --show-error --globoff --path-as-is --include --max-time 60 --request "$method" "$@" \
    --header 'Accept: application/json' --write-out '\n%{http_code}' \
    --config <(printf 'header = "Authorization: Bearer %s"\n' "$IAM_TOKEN") "$url" 2>&1); then
    PROBLEM="no answer to $method $url"
    [[ ! $all =~ curl:[^$'\n']* ]] || PROBLEM+=" (${BASH_REMATCH[0]})"
    BUSY=yes
    return 1
  fi
  status=${all##*$'\n'}
  ANSWER=${all%$'\n'*}
  # A proxy can send a head of its own before the last one.
  while [[ $ANSWER == HTTP/* ]]; do
    head=${ANSWER%%$'\r\n\r\n'*}
    ANSWER=${ANSWER:${#head}+4}
  done
  [[ $status != 2?? ]] || return 0
  words=$(jq -er '([.errors[] | "\(.code): \(.message)"] | join("; ")) + " (trace: \(.trace // "none"))"' \
    <<<"$ANSWER" 2>/dev/null) || words=${ANSWER:0:500}
  PROBLEM="$method $url was answered with $status, $words"
  case $status in
    409 | 429 | 5??) BUSY=yes ;;
    401)
      # A token is good for an hour; a later refusal asks for a new one.
      if [[ -n $LOGGED_IN_AT ]] && ((SECONDS - LOGGED_IN_AT > 600)); then
        log_in
        BUSY=yes
      fi
      ;;
  esac
  if [[ ${head,,} =~ retry-after:[[:blank:]]*([0-9]{1,5}) ]]; then
    RETRY_AFTER=$((10#${BASH_REMATCH[1]} > 300 ? 300 : 10#${BASH_REMATCH[1]}))
  fi
  return 1
}
