# Runs an ibmcloud command that prints text. A usage error can exit with 0.
ic_text() {
  local out
  if ! out=$(ibmcloud "$@" 2>&1) || [[ $out == *'Incorrect Usage'* ]]; then
    printf '%s\n' "$out" >&2
    stop "ibmcloud $1 $2 failed"
  fi
}
