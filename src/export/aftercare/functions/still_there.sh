# Looks whether something is there, or a binding: THERE is there, deleting or gone.
still_there() { # DO KIND ID VPC PARENT GATEWAY
  list_kind "$2" "$4" "$5"
  THERE=$(jq -r --arg id "$3" --arg gateway "$6" '
    first(.[] | select(.id == $id and ($gateway == "" or .target.id == $gateway))
      | if (.lifecycle_state // .status) == "deleting" then "deleting" else "there" end) // "gone"' <<<"$ANSWER")
}
