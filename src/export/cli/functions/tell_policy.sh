# Tells the command that would be run.
tell() { # JSON
  say "  would run: ibmcloud iam authorization-policy-create --file FILE, where the file says: $(jq -c . <<<"$1")"
}
