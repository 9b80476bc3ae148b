# Prints the differences, and ends the script where there are any.
verdict() {
  local found line count=0
  found=$(differences)
  awaited
  while IFS= read -r line; do
    [[ -n $line ]] || continue
    printf '%s.\n' "$line"
    count=$((count + 1))
  done <<<"$found"
  if ((count > 0)); then
    echo "Differences: $count."
    exit "$DIFFERENT"
  fi
  echo 'No difference.'
}
