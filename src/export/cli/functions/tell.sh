# Tells the command that would be run.
tell() { # ARGUMENT...
  local word line=ibmcloud
  if [[ $* == *"${UNMADE}gateway "* && $* != *resource-binding* ]]; then
    say '  would come with the gateway'
    return
  fi
  for word in "$@"; do
    [[ $word =~ ^[-A-Za-z0-9_.,:/=]+$ ]] || word=${word@Q}
    line+=" $word"
  done
  say "  would run: $line"
}
