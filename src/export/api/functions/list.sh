# Lists a whole collection into ANSWER, page after page. What is not there yet has none.
list() { # PATH[?QUERY]
  local key=${1%%\?*} join='?' next='' all=''
  key=${key##*/}
  LOOK=(list "$1")
  ANSWER='[]'
  [[ $1 != *"$UNMADE"* ]] || return 0
  [[ $1 != *\?* ]] || join='&'
  while :; do
    show "$1${next:+${join}start=$next}"
    all+=$(jq -c --arg key "$key" '.[$key][]' <<<"$ANSWER")$'\n'
    next=$(jq -r '.next.href // "" | capture("[?&]start=(?<start>[^&]*)").start' <<<"$ANSWER")
    [[ -n $next ]] || break
  done
  ANSWER=$(jq -cs . <<<"$all")
}
