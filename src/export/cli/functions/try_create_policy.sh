# Creates an authorization policy, once. ibmcloud reads what it says from a file, which
# is gone after.
try_create() { # JSON
  local file status=0
  file=$(mktemp)
  printf '%s\n' "$1" >"$file"
  run iam authorization-policy-create --file "$file" || status=$?
  rm -f "$file"
  return "$status"
}
