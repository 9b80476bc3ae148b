# Prints a whole collection as one list, page after page.
list() { # PATH[?QUERY] KEY
  local path=$1 next='' page join='?'
  [[ $path != *\?* ]] || join='&'
  while :; do
    page=$(vpc GET "$path${next:+${join}start=$next}") || exit 1
    jq -c --arg key "$2" '.[$key][]' <<<"$page" || exit 1
    next=$(jq -r '.next.href // "" | capture("[?&]start=(?<start>[^&]*)").start // empty' <<<"$page") || exit 1
    [[ -n $next ]] || break
  done | jq -cs .
}
