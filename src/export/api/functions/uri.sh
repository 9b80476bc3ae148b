# Prints a text as one part of a path or query.
uri() {
  jq -rn --arg text "$1" '$text | if . == "." or . == ".." then gsub("\\."; "%2E") else @uri end'
}
