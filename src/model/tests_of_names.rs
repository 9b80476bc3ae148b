//! Who resolves the names of a gateway, in every topology.

use super::{Asker, Model, NamesOf, Resolves};
use crate::edit::{Choice, Edit, New, apply};
use crate::plan::{self, DnsBinding, DnsMode, Key, Object, Plan, Resolver, Resource, ResourceBinding};

const BUCKET: &str = "crn:v1:bluemix:public:cloud-object-storage:global:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1d3f8c54-6b1a-4a37-9d0e-2f5b7c8e9a10:bucket:ledger";
const S3: &str = "s3.direct.us-south.cloud-object-storage.appdomain.cloud";

fn key(text: &str) -> Key {
    Key::new(text).unwrap()
}

fn vpc(text: &str) -> Object {
    Object::Vpc(key(text))
}

/// Object Storage in `app`, and another VPC of that region, `data`, both alone.
fn alone() -> Plan {
    let text = format!(
        r#"{{"vpe_planner": 1, "plan": {{
            "vpcs": [
                {{"key": "hub", "wanted": {{"name": "hub", "region": "us-south"}}}},
                {{"key": "app", "wanted": {{"name": "app", "region": "us-south",
                    "subnets": [{{"key": "s", "wanted": {{"name": "s", "zone": "us-south-1"}}}}]}}}},
                {{"key": "data", "wanted": {{"name": "data", "region": "us-south"}}}}],
            "gateways": [{{"key": "cos", "wanted": {{"name": "cos", "vpc": "app",
                "target": {{"crn": "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:{S3}"}},
                "addresses": [{{"zone": "us-south-1", "subnet": "s", "how": "chosen"}}]}}}}]}}}}"#
    );
    plan::read(&text).unwrap()
}

fn with(plan: &Plan, edits: &[Edit]) -> Plan {
    edits.iter().fold(plan.clone(), |plan, edit| apply(&plan, edit).unwrap())
}

fn bind(from: &str, hub: &str) -> Edit {
    let wanted = DnsBinding { name: from.into(), hub: key(hub), ..DnsBinding::default() };
    let binding = Resource { key: key(&format!("{from}-to-hub")), wanted, ..Resource::default() };
    Edit::Add(New::DnsBinding(key(from), binding))
}

/// The same with `app` and `data` bound to `hub`.
fn shared() -> Plan {
    let hub = Edit::choose(vpc("hub"), Choice::EnableHub(true));
    with(&alone(), &[hub, bind("app", "hub"), bind("data", "hub")])
}

fn mode(mode: DnsMode) -> Edit {
    Edit::choose(Object::Gateway(key("cos")), Choice::Dns(mode))
}

fn delegate(text: &str) -> Edit {
    Edit::choose(vpc(text), Choice::Resolver(Resolver::Delegated))
}

fn moved(to: &str) -> Edit {
    Edit::choose(Object::Gateway(key("cos")), Choice::Vpc(key(to)))
}

fn bound() -> Edit {
    let wanted = ResourceBinding { name: "ledger".into(), target: BUCKET.into() };
    let binding = Resource { key: key("ledger"), wanted, ..Resource::default() };
    Edit::Add(New::ResourceBinding(key("cos"), binding))
}

/// Who resolves the names of a kind, as `VPC answer` in their order.
fn from(plan: &Plan, of: NamesOf) -> Vec<(String, Resolves)> {
    let model = Model::of(plan);
    let ix = model.gateways.indexes().next().unwrap();
    let answered = model.answered(ix);
    let found = answered.iter().find(|a| a.of == of).unwrap();
    let label = |asker: Asker| match asker {
        Asker::Vpc(vpc) => model.vpcs[vpc].label.clone(),
        Asker::OtherHub => "another".to_owned(),
    };
    found.from.iter().map(|(asker, how)| (label(*asker), *how)).collect()
}

fn assert_from(plan: &Plan, of: NamesOf, expected: &[(&str, Resolves)]) {
    let found = from(plan, of);
    let found: Vec<_> = found.iter().map(|(vpc, how)| (vpc.as_str(), *how)).collect();
    assert_eq!(found, expected);
}

#[test]
fn alone_a_vpc_resolves_its_own_in_whatever_mode() {
    for dns in [DnsMode::Primary, DnsMode::Disabled] {
        assert_from(&with(&alone(), &[mode(dns)]), NamesOf::Service, &[("app", Resolves::Here)]);
    }
    // Delegated to nobody, which is a finding of its own.
    let delegated = with(&alone(), &[delegate("app")]);
    assert_from(&delegated, NamesOf::Service, &[("app", Resolves::Here)]);
    let per_resource = with(&alone(), &[mode(DnsMode::PerResourceBinding), bound()]);
    assert_from(&per_resource, NamesOf::Service, &[("app", Resolves::Unsaid)]);
    assert_from(&per_resource, NamesOf::Resources, &[("app", Resolves::Here)]);
}

#[test]
fn a_hub_s_gateways_resolve_where_the_hub_answers() {
    let plan = with(&shared(), &[moved("hub"), delegate("data")]);
    assert_from(
        &plan,
        NamesOf::Service,
        &[("hub", Resolves::Here), ("app", Resolves::BoundOnly), ("data", Resolves::ByHub)],
    );
}

#[test]
fn a_primary_gateway_of_a_bound_vpc_is_shared_with_the_hub() {
    let here = [("app", Resolves::Here), ("hub", Resolves::Shared), ("data", Resolves::BoundOnly)];
    assert_from(&shared(), NamesOf::Service, &here);
    let all = with(&shared(), &[delegate("app"), delegate("data")]);
    let asked = [("app", Resolves::ByHub), ("hub", Resolves::Shared), ("data", Resolves::ByHub)];
    assert_from(&all, NamesOf::Service, &asked);
}

#[test]
fn a_disabled_one_is_known_to_its_own_vpc_alone() {
    let plan = with(&shared(), &[mode(DnsMode::Disabled), bound(), delegate("data")]);
    let own = [("app", Resolves::Here), ("hub", Resolves::NotShared), ("data", Resolves::NotShared)];
    assert_from(&plan, NamesOf::Service, &own);
    assert_from(&plan, NamesOf::Resources, &own);
    // Whose resolver asks the hub, which does not know it.
    let delegated = with(&plan, &[delegate("app")]);
    let nobody = [("app", Resolves::NotShared), ("hub", Resolves::NotShared), ("data", Resolves::NotShared)];
    assert_from(&delegated, NamesOf::Service, &nobody);
}

#[test]
fn per_resource_the_hub_answers_for_the_service() {
    let edits = [mode(DnsMode::PerResourceBinding), bound(), delegate("data")];
    let plan = with(&shared(), &edits);
    let service =
        [("app", Resolves::HubAnswers), ("hub", Resolves::HubAnswers), ("data", Resolves::HubAnswers)];
    assert_from(&plan, NamesOf::Service, &service);
    let bucket = [("app", Resolves::Here), ("hub", Resolves::Shared), ("data", Resolves::ByHub)];
    assert_from(&plan, NamesOf::Resources, &bucket);
}

#[test]
fn a_hub_outside_of_the_plan_is_told_too() {
    let crn = "crn:v1:bluemix:public:is:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48::vpc:r006-1";
    let text = |from: &str| {
        let wanted = DnsBinding { name: from.into(), hub_crn: crn.into(), ..DnsBinding::default() };
        Edit::Add(New::DnsBinding(
            key(from),
            Resource { key: key(&format!("{from}-out")), wanted, ..Resource::default() },
        ))
    };
    let plan = with(&alone(), &[text("app"), text("data"), delegate("data")]);
    let expected = [("app", Resolves::Here), ("another", Resolves::Shared), ("data", Resolves::ByHub)];
    assert_from(&plan, NamesOf::Service, &expected);
    let model = Model::of(&plan);
    let app = model.vpcs.indexes().nth(1).unwrap();
    assert_eq!(model.hub_label(app).as_deref(), Some(crn));
}

#[test]
fn without_an_address_nothing_resolves_and_what_exists_may_have_one() {
    let none = Edit::choose(Object::Address(key("cos"), 0), Choice::How(plan::How::None));
    let plan = with(&alone(), &[none]);
    assert_from(&plan, NamesOf::Service, &[("app", Resolves::NoAddress)]);
    let exists = Edit::choose(Object::Gateway(key("cos")), Choice::Origin(plan::OriginKind::Existing));
    assert_from(&with(&plan, &[exists]), NamesOf::Service, &[("app", Resolves::Here)]);
}

#[test]
fn the_names_are_those_of_the_service_and_of_bound_buckets() {
    let model = Model::of(&with(&alone(), &[mode(DnsMode::Disabled), bound()]));
    let ix = model.gateways.indexes().next().unwrap();
    let names = |of: NamesOf| -> Vec<String> {
        let answered = model.answered(ix);
        let found = answered.iter().find(|a| a.of == of).unwrap();
        found.names.iter().map(ToString::to_string).collect()
    };
    assert_eq!(names(NamesOf::Service), [S3]);
    assert_eq!(names(NamesOf::Resources), [format!("ledger.{S3}")]);
    let registry = "crn:v1:bluemix:public:container-registry:us-south:::endpoint:us.icr.io";
    let of = Object::Gateway(key("cos"));
    let plan = with(&alone(), &[Edit::text(of, plan::Field::Crn, registry)]);
    let model = Model::of(&plan);
    let answered = model.answered(ix);
    let shown: Vec<_> = answered[0].names.iter().map(ToString::to_string).collect();
    assert_eq!((answered.len(), shown), (1, vec!["us.icr.io".into(), "icr.io".into(), "*.icr.io".into()]));
}

#[test]
fn in_no_vpc_nothing_is_answered() {
    let mut plan = alone();
    plan.gateways[0].wanted.vpc = Key::none();
    let model = Model::of(&plan);
    assert_eq!(model.answered(model.gateways.indexes().next().unwrap()), []);
}
