# Prints a sentence for each policy that is not there.
differences() {
  jq -r 'select(.found == "")
    | "Authorization policy of account \(.target_account) for \(.service)"
      + (if .instance then " (instance \(.instance))" else "" end)
      + ", which lets endpoint gateways of account \(.source_account) in, is missing"
    | gsub("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"; " ")' <<<"$LOOKED"
}
