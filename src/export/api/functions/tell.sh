# Tells the request that would be sent.
tell() { # METHOD PATH
  if [[ "$* $BODY" == *"${UNMADE}gateway "* && $* != *resource_bindings ]]; then
    say '  would come with the gateway'
    return
  fi
  say "  would send: $1 $2 $BODY"
}
