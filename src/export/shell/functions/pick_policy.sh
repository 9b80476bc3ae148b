# Leaves in FOUND the ID of the authorization policy in ANSWER by which endpoint gateways
# of one account may see a service of another, or one instance of it; empty without one.
pick_policy() { # SOURCE_ACCOUNT TARGET_ACCOUNT SERVICE [INSTANCE]
  FOUND=$(jq -r --arg source "$1" --arg target "$2" --arg service "$3" --arg instance "${4-}" '
    def says: [.[0].attributes[] | {(.name): .value}] | add;
    {accountId: $source, serviceName: "is", resourceType: "endpoint-gateway"} as $subject
    | ({accountId: $target, serviceName: $service}
      + if $instance == "" then {} else {serviceInstance: $instance} end) as $resource
    | first(.[]
      | select((.subjects | says) == $subject and (.resources | says) == $resource)
      | select(any(.roles[]; .role_id | endswith(":role:Viewer"))).id) // ""' <<<"$ANSWER")
}
