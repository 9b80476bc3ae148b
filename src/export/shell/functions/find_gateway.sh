# Reads the gateways of a VPC and prints the id of the one with a name and a
# target, or nothing. A VPC takes one gateway for each name and each target.
find_gateway() { # NAME TARGET
  jq -r --arg name "$1" --arg target "$2" '
    def reaches: .target.crn // .target.name;
    map(select(.name == $name or reaches == $target))
    | if length == 0 then empty
      elif length == 1 and .[0].name == $name and (.[0] | reaches) == $target then .[0].id
      else "Stopped: the VPC has " + (map("gateway \(.name) (\(.id)) for \(reaches)") | join(" and "))
        + ", so that \($name) for \($target) cannot be made\n" | halt_error(1)
      end'
}
