# Prints what goes, a line of JSON each.
removals() {
  jq -cs 'reverse[] | select(.found != "") | {
    do: "delete",
    title: ("authorization policy for \(.service)" | gsub("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"; " ")),
    args: ["policy", .found, "", "", "", ""]}' <<<"$LOOKED"
}
