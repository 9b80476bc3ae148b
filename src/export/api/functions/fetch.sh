# Lists a whole collection into ANSWER, page after page. In what is not there yet there
# is nothing.
fetch() { # PATH[?QUERY]
  local key=${1%%\?*} join='?' page next='' all=''
  key=${key##*/}
  ANSWER='[]'
  [[ $1 != *"$UNMADE"* ]] || return 0
  [[ $1 != *\?* ]] || join='&'
  while :; do
    show "$1${next:+${join}start=$next}"
    # The token of the next page, then each thing on a line.
    page=$(jq -r --arg key "$key" '
      (.next.href // "" | capture("[?&]start=(?<start>[^&]*)").start // ""), (.[$key][] | tojson)' <<<"$ANSWER")
    next=${page%%$'\n'*}
    all+=${page#"$next"}
    [[ -n $next ]] || break
  done
  all=${all#$'\n'}
  ANSWER="[${all//$'\n'/,}]"
}
