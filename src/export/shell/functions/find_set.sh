# Whether the gateway in ANSWER has these values: then its ID is in FOUND.
find_set() { # [KEY VALUE]...
  FIND=(find_set "$@")
  FOUND=$(jq -r --args '
    . as $gateway
    | if all(range(0; $ARGS.positional | length; 2);
        . as $i | ($gateway[$ARGS.positional[$i]] | tostring) == $ARGS.positional[$i + 1])
      then .id else "" end' "$@" <<<"$ANSWER")
}
