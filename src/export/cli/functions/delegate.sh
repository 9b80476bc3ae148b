# Has a VPC's names resolved by its hub, unless they are. Saying so twice is no harm.
delegate() { # VPC HUB
  local update=(is vpc-update "$1" --dns-resolver-type delegated --delegate-to-vpc "$2")
  [[ -z $FOUND ]] || return 0
  if [[ -n $DRY_RUN ]]; then
    tell "${update[@]}"
  else
    show "${update[@]}"
    say '  delegated'
  fi
}
