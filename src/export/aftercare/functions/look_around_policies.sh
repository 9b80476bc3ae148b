# Looks which authorization policies of the plan are there, into LOOKED: a line of the
# plan each, with the ID of what is there in `found`.
look_around() {
  local line says account=''
  WHERE='while looking around'
  LOOKED=''
  while IFS= read -r line <&3; do
    mapfile -d '' -t says < <(jq -j '.source_account, .target_account, .service, .instance // "" | ., "\u0000"' <<<"$line")
    if [[ -z $LOOKED || $account != "${says[1]}" ]]; then
      account=${says[1]}
      policies "$account"
    fi
    pick_policy "${says[@]}"
    LOOKED+=$(jq -c --arg found "$FOUND" '. + {found: $found}' <<<"$line")$'\n'
  done 3< <(plan)
}
