# Lists a whole collection into ANSWER, page after page.
list_all() { # PATH[?QUERY]
  local key=${1%%\?*} join='?' page next='' all=''
  key=${key##*/}
  [[ $1 != *\?* ]] || join='&'
  while :; do
    show "$1${next:+${join}start=$next}"
    # The next page's token, then each thing on a line.
    page=$(jq -r --arg key "$key" '
      (.next.href // "" | capture("[?&]start=(?<start>[^&]*)").start // ""), (.[$key][] | tojson)' <<<"$ANSWER")
    next=${page%%$'\n'*}
    all+=${page#"$next"}
    [[ -n $next ]] || break
  done
  all=${all#$'\n'}
  ANSWER="[${all//$'\n'/,}]"
}
