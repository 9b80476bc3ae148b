//! What the steps promise to exporters.

use super::Alter;
use super::{From, Hub, Known, Ref, Remote, Step, of};
use crate::model::Model;
use crate::plan::{self, Field, Key, Object};
use serde_json::{Value, json};
use std::collections::HashSet;

const EXAMPLES: &[&str] = &[
    include_str!("../../examples/key-protect.json"),
    include_str!("../../examples/object-storage.json"),
    include_str!("../../examples/mixed.json"),
    include_str!("../../examples/two-regions.json"),
    include_str!("../../examples/private-path.json"),
    include_str!("../../examples/one-region.json"),
    include_str!("../../examples/kept-address.json"),
    include_str!("../../examples/time.json"),
    include_str!("../../examples/adopted.json"),
    include_str!("../../examples/local-access.json"),
    include_str!("../../examples/dns-hub.json"),
    include_str!("../../examples/network-acl.json"),
    include_str!("../../examples/change-in-place.json"),
];

fn model(vpcs: Value, gateways: Value) -> Model {
    let text = json!({ "vpe_planner": 1, "plan": { "vpcs": vpcs, "gateways": gateways } }).to_string();
    Model::of(&plan::read(&text).unwrap_or_else(|e| panic!("{e}")))
}

fn vpc(key: &str, region: &str, origin: Value, more: Value) -> Value {
    let mut wanted = json!({ "name": key, "region": region });
    wanted.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "key": key, "origin": origin, "wanted": wanted })
}

fn new() -> Value {
    json!({ "kind": "new" })
}

fn existing() -> Value {
    json!({ "kind": "existing" })
}

fn subnet(key: &str, origin: Value) -> Value {
    json!({ "key": key, "origin": origin, "wanted": { "name": key, "zone": "us-south-1", "cidr": "10.240.0.0/24" } })
}

fn gateway(key: &str, vpc: &str, more: Value) -> Value {
    let mut wanted = json!({ "name": key, "vpc": vpc });
    wanted.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "key": key, "wanted": wanted })
}

/// What a step refers to, but for what it makes or finds itself.
fn references(step: &Step) -> Vec<&Ref> {
    match step {
        Step::LookUp(s) => s.within.iter().collect(),
        Step::Vpc(s) => s.resource_group.iter().collect(),
        Step::Prefix(s) => vec![&s.vpc],
        Step::Acl(s) => s.resource_group.iter().chain([&s.vpc]).collect(),
        Step::AclRule(s) => s.before.iter().chain(&s.anchor).chain([&s.acl, &s.vpc]).collect(),
        Step::Subnet(s) => s.resource_group.iter().chain(&s.acl).chain([&s.vpc]).collect(),
        Step::Group(s) => s.resource_group.iter().chain([&s.vpc]).collect(),
        Step::Rule(s) => {
            let remote = if let Remote::Group(group) = &s.remote { Some(group) } else { None };
            remote.into_iter().chain([&s.group, &s.vpc]).collect()
        }
        Step::Gateway(s) => {
            let addresses = s.addresses.iter().flat_map(|a| a.existing().into_iter().chain([&a.subnet]));
            s.resource_group.iter().chain([&s.vpc]).chain(&s.groups).chain(addresses).collect()
        }
        Step::ReservedIp(s) | Step::Binding(s) => {
            s.address.existing().into_iter().chain([&s.gateway, &s.vpc, &s.address.subnet]).collect()
        }
        Step::DnsBinding(s) => of_hub(&s.hub).into_iter().chain([&s.vpc]).collect(),
        Step::Resolver(s) => of_hub(&s.hub).into_iter().chain([&s.vpc]).collect(),
        Step::ResourceBinding(s) => vec![&s.gateway, &s.vpc],
        Step::Tags(s) => vec![&s.gateway, &s.vpc],
        Step::Policy(_) => Vec::new(),
        Step::Change(s) => {
            let group = if let Alter::Attach(group) = &s.alter { Some(group) } else { None };
            group.into_iter().chain([&s.gateway, &s.vpc]).collect()
        }
        Step::Adopt(s) => references(&s.step),
    }
}

fn of_hub(hub: &Hub) -> Option<&Ref> {
    if let Hub::Vpc(hub) = hub { Some(hub) } else { None }
}

fn made_or_found(step: &Step) -> Option<&Ref> {
    match step {
        Step::LookUp(s) => Some(&s.thing),
        Step::Vpc(s) => Some(&s.thing),
        Step::Acl(s) => Some(&s.thing),
        Step::AclRule(s) => Some(&s.thing),
        Step::Subnet(s) => Some(&s.thing),
        Step::Group(s) => Some(&s.thing),
        Step::Gateway(s) => Some(&s.thing),
        Step::Prefix(_)
        | Step::Rule(_)
        | Step::DnsBinding(_)
        | Step::Resolver(_)
        | Step::ResourceBinding(_)
        | Step::ReservedIp(_)
        | Step::Binding(_)
        | Step::Change(_)
        | Step::Tags(_)
        | Step::Policy(_)
        | Step::Adopt(_) => None,
    }
}

#[test]
fn what_is_referred_to_comes_before() {
    for text in EXAMPLES.iter().copied() {
        let steps = of(&Model::of(&plan::read(text).unwrap()));
        assert_eq!(steps.left_out, []);
        for run in steps.runs.iter().flat_map(|run| [run.clone(), run.without_adopting()]) {
            let mut there = HashSet::new();
            for step in &run.steps {
                for reference in references(step) {
                    let known = there.contains(&(reference.kind, &reference.key));
                    assert!(known, "{step:?} refers to {reference:?} too early");
                }
                if let Some(thing) = made_or_found(step) {
                    assert!(there.insert((thing.kind, &thing.key)), "{thing:?} comes twice");
                    assert_eq!(thing.exists(), matches!(step, Step::LookUp(_)));
                }
            }
        }
    }
}

#[test]
fn of_what_exists_only_what_is_needed_appears() {
    let parts = json!({ "subnets": [subnet("used", existing()), subnet("unused", existing())],
        "security_groups": [{ "key": "group", "origin": existing(), "wanted": { "name": "group" } }] });
    let vpcs = json!([vpc("a", "us-south", existing(), parts), vpc("b", "eu-de", existing(), json!({}))]);
    let address = json!({ "zone": "us-south-1", "subnet": "used", "how": "chosen" });
    let gateways = json!([gateway("g", "a", json!({ "addresses": [address] }))]);
    let steps = of(&model(vpcs.clone(), gateways));
    assert_eq!(steps.runs.len(), 1, "nothing is new in eu-de");
    let found: Vec<_> = steps.runs[0].steps.iter().filter(|s| matches!(s, Step::LookUp(_))).collect();
    let keys: Vec<_> =
        found.iter().filter_map(|s| made_or_found(s)).map(|t| (t.key.as_str(), &t.known)).collect();
    assert_eq!(keys, [("a", &Known::Name), ("used", &Known::Name)]);
    assert_eq!(of(&model(vpcs, json!([]))).runs, []);
}

#[test]
fn of_a_gateway_that_exists_only_new_addresses_appear() {
    let parts = json!({ "subnets": [subnet("s", existing())] });
    let vpcs = json!([vpc("a", "us-south", existing(), parts)]);
    let mut known = gateway(
        "g",
        "a",
        json!({ "tags": ["env:prod"], "addresses": [
            { "zone": "us-south-1", "subnet": "s", "how": "given", "address": "10.240.0.9" },
            { "zone": "us-south-2", "subnet": "s", "how": "none" } ] }),
    );
    known["origin"] = json!({ "kind": "existing", "id": "r006-1" });
    let steps = of(&model(vpcs, json!([known])));
    let kinds: Vec<_> = steps.runs[0].steps.iter().map(|s| format!("{s:?}")).collect();
    let starts = ["LookUp", "LookUp", "LookUp", "ReservedIp", "Binding"];
    assert_eq!(kinds.len(), starts.len(), "{kinds:?}");
    assert!(kinds.iter().zip(starts).all(|(kind, start)| kind.starts_with(start)), "{kinds:?}");
}

#[test]
fn runs_follow_the_first_vpc_of_each_region() {
    let vpcs = json!([
        vpc("a", "eu-de", new(), json!({})),
        vpc("b", "us-south", new(), json!({})),
        vpc("c", "eu-de", new(), json!({})),
        vpc("d", "nowhere", new(), json!({})),
    ]);
    let runs = super::runs(&model(vpcs, json!([])));
    let regions: Vec<_> = runs.iter().map(|r| (r.region().unwrap(), r.steps.len())).collect();
    assert_eq!(regions, [("eu-de", 2), ("us-south", 1), ("nowhere", 1)]);
    let place = Object::Vpc(Key::new("b").unwrap()).at(Field::Region);
    assert_eq!(runs[1].scope, super::Scope::Region { code: "us-south".to_owned(), place });
}

#[test]
fn each_account_that_lets_gateways_in_has_a_run_before_them() {
    let policy = |key: &str, account: &str, origin: Value| json!({ "key": key, "origin": origin, "wanted": { "source_account": "a", "target_account": account, "service": "kms" } });
    let exists = json!({ "kind": "existing", "id": "p" });
    let adopted = json!({ "kind": "existing", "id": "p", "on": "adopt" });
    let text = json!({ "vpe_planner": 1, "plan": {
        "vpcs": [vpc("v", "us-south", new(), json!({}))],
        "policies": [policy("a", "one", new()), policy("b", "two", new()), policy("c", "one", new()),
            policy("d", "three", exists), policy("e", "four", adopted)] } });
    let runs = super::runs(&Model::of(&plan::read(&text.to_string()).unwrap()));
    let told: Vec<_> = runs.iter().map(|r| (r.account.as_deref(), r.region(), r.steps.len())).collect();
    let of = |account| (Some(account), None, if account == "one" { 2 } else { 1 });
    assert_eq!(told, [of("one"), of("two"), of("four"), (None, Some("us-south"), 1)]);
    assert!(matches!(&runs[2].steps[0], Step::Adopt(s) if s.id == "p"));
}

#[test]
fn what_cannot_be_said_is_left_out_with_a_reason() {
    let group = |key: &str, rules: Value| json!({ "key": key, "wanted": { "name": key, "rules": rules } });
    let rule = json!([{ "key": "r", "wanted": { "remote_group": "far" } }]);
    let vpcs = json!([
        vpc("a", "us-south", new(), json!({ "security_groups": [group("near", rule)] })),
        vpc("b", "eu-de", new(), json!({ "security_groups": [group("far", json!([]))] })),
    ]);
    let gateways = json!([
        gateway("lost", "nowhere", json!({})),
        gateway(
            "g",
            "a",
            json!({ "security_groups": ["far"], "addresses": [
            { "zone": "us-south-1", "subnet": "nothing", "how": "chosen" },
            { "zone": "us-south-2", "how": "existing", "reserved_ip": "nothing" } ] })
        ),
    ]);
    let steps = of(&model(vpcs, gateways));
    let fields: Vec<_> = steps.left_out.iter().map(|l| l.place.field).collect();
    let expected = [Field::RemoteGroup, Field::SecurityGroups, Field::Subnet, Field::ReservedIp, Field::Vpc];
    assert_eq!(fields, expected.map(Some));
    assert!(steps.left_out.iter().all(|l| l.sentence.ends_with('.')));
    let left = steps.runs[0].steps.iter().any(|s| matches!(s, Step::Rule(_) | Step::ReservedIp(_)));
    assert!(!left, "what is left out is in no run");
}

#[test]
fn addresses_of_one_zone_have_slots_of_their_own() {
    let vpcs = json!([vpc("a", "us-south", new(), json!({ "subnets": [subnet("s", new())] }))]);
    let address = json!({ "zone": "us-south-1", "subnet": "s", "how": "given", "address": "" });
    let gateways = json!([gateway("g", "a", json!({ "addresses": [address, address, address] }))]);
    let steps = of(&model(vpcs, gateways));
    let gateway =
        steps.runs[0].steps.iter().find_map(|s| if let Step::Gateway(g) = s { Some(g) } else { None });
    let addresses = &gateway.unwrap().addresses;
    let slots: Vec<_> = addresses.iter().map(|a| a.slot.as_str()).collect();
    assert_eq!(slots, ["us-south-1", "us-south-1~2", "us-south-1~3"]);
    let From::New { address, .. } = &addresses[0].from else { panic!("the address is new") };
    assert_eq!(
        address.as_deref(),
        Some(""),
        "an address that was not typed is not one that IBM Cloud chooses"
    );
}
