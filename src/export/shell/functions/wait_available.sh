# Waits until a VPC or subnet is available.
wait_available() { # WHAT...
  local status try
  [[ -z $DRY_RUN ]] || return 0
  for ((try = 1; ; try++)); do
    show "$@"
    status=$(jq -r .status <<<"$ANSWER")
    case $status in
      available) return ;;
      failed | deleting) stop "it is $status" ;;
      pending) ;;
      *) say "  unknown status $status" ;;
    esac
    ((try < POLL_LIMIT)) || stop "it is still $status after $try looks"
    pause
  done
}
