# Has a VPC's names resolved by its hub, unless they are. Saying so twice is no harm.
delegate() { # PATH
  [[ -z $FOUND ]] || return 0
  if [[ -n $DRY_RUN ]]; then
    tell PATCH "$1"
  else
    vpc_url "$1"
    call PATCH "$URL" --header 'Content-Type: application/merge-patch+json' --data-binary "$BODY"
    say '  delegated'
  fi
}
