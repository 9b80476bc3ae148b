# Sends a request and prints the answer. Where it is refused, shows IBM Cloud's own
# words and ends. The token reaches curl by a descriptor, never by an argument.
call() { # METHOD URL [CURL OPTION...]
  local method=$1 url=$2 answer status
  shift 2
  answer=$(curl --silent --show-error --globoff --path-as-is --request "$method" "$@" \
    --header 'Accept: application/json' --write-out '\n%{http_code}' \
    --config <(printf 'header = "Authorization: Bearer %s"\n' "$IAM_TOKEN") "$url") ||
    stop "no answer to $method $url"
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  if [[ $status != 2?? ]]; then
    jq -er '(.errors[] | "\(.code): \(.message)"), "trace: \(.trace // "none")"' <<<"$answer" >&2 2>/dev/null ||
      printf '%s\n' "$answer" >&2
    stop "$method $url was answered with $status"
  fi
  printf '%s\n' "$answer"
}
