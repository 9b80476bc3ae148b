# As find_in_vpc, for what must be there.
need_in_vpc() { # KIND NAME VPC
  find_in_vpc "$@"
  [[ -n $FOUND ]] || stop "no $1 of the VPC is named $2; there are: $(jq -r --arg vpc "$3" '[.[] | select(.vpc.id == $vpc) | "\(.name) (\(.id))"] | join(", ")' <<<"$ANSWER")"
}
