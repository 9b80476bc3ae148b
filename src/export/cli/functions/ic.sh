# Runs ibmcloud and prints its JSON. Errors can come with exit status 0 and on
# standard output, so what is no JSON is shown and ends the script.
ic() {
  local out
  if ! out=$(ibmcloud "$@" --output json) || ! jq -e . >/dev/null 2>&1 <<<"$out"; then
    printf '%s\n' "$out" >&2
    stop "ibmcloud $1 $2 did not answer with JSON"
  fi
  printf '%s\n' "$out"
}
