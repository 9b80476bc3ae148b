# Prints a text as one part of a path or query.
uri() {
  if [[ $1 =~ ^[-0-9A-Za-z_]+$ || $1 == "$UNMADE"* ]]; then
    printf '%s' "$1"
  else
    jq -rn --arg text "$1" '$text | if . == "." or . == ".." then gsub("\\."; "%2E") else @uri end'
  fi
}
