//! Building the runs: VPCs with their networks, then gateways.

use super::gateways;
use super::{
    Group, Kind, Known, LeftOut, LookUp, Prefix, Ref, Remote, Rule, Run, Step, Steps, Subnet, Thing, Vpc,
};
use crate::model::{self, Group as ModelGroup, Ix, Model, Origin, Placed, ResourceGroup, Said};
use crate::plan::{Field, Key, Object, Place, PrefixManagement};
use std::collections::HashMap;
use std::rc::Rc;

/// What of the plan is already among the steps.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Seen {
    Group(ResourceGroup),
    Key(Kind, Key),
}

/// The steps under construction.
pub(super) struct Builder<'m> {
    pub(super) model: &'m Model,
    pub(super) run: Run,
    pub(super) left_out: Vec<LeftOut>,
    seen: HashMap<Seen, Ref>,
    /// The VPCs of the run, in order.
    vpcs: Vec<Ix<model::Vpc>>,
}

pub(super) fn steps(model: &Model) -> Steps {
    let mut regions: Vec<(String, Place)> = Vec::new();
    for vpc in model.vpcs.iter() {
        let region = vpc.region.to_string();
        if !regions.iter().any(|(known, _)| *known == region) {
            regions.push((region, vpc.at(Field::Region)));
        }
    }
    let mut steps = Steps::default();
    for (region, region_place) in regions {
        let in_region = model.vpcs.enumerate().filter(|(_, v)| v.region.to_string() == region);
        let vpcs = in_region.map(|(ix, _)| ix).collect();
        let run = Run { account: model.account.value().cloned(), region, region_place, steps: Vec::new() };
        let mut b = Builder { model, run, left_out: Vec::new(), seen: HashMap::new(), vpcs };
        b.networks();
        gateways::build(&mut b);
        // A region of which nothing is new needs no run.
        if b.run.steps.iter().any(|s| !matches!(s, Step::LookUp(_))) {
            steps.runs.push(b.run);
        }
        steps.left_out.append(&mut b.left_out);
    }
    for gateway in model.gateways.iter().filter(|g| g.vpc.is_none()) {
        steps.left_out.push(LeftOut {
            place: gateway.at(Field::Vpc),
            sentence: format!("Gateway {} is in no VPC of the plan and is not exported.", gateway.label),
        });
    }
    steps
}

impl Builder<'_> {
    pub(super) fn leave_out(&mut self, place: Place, sentence: String) {
        self.left_out.push(LeftOut { place, sentence });
    }

    pub(super) fn in_run(&self, vpc: Ix<model::Vpc>) -> bool {
        self.vpcs.binary_search(&vpc).is_ok()
    }

    /// A reference, with the step that looks it up when it is the first to
    /// something that exists.
    fn refer(&mut self, seen: Seen, place: Place, within: Option<Ref>, thing: impl FnOnce() -> Thing) -> Ref {
        if let Some(known) = self.seen.get(&seen) {
            return known.clone();
        }
        let thing = Rc::new(thing());
        self.seen.insert(seen, thing.clone());
        if thing.exists() {
            self.run.steps.push(Step::LookUp(LookUp { thing: thing.clone(), within, place }));
        }
        thing
    }

    /// As [`Self::refer`], for an object of the plan.
    pub(super) fn object(
        &mut self,
        kind: Kind,
        key: &Key,
        name: String,
        known: Known,
        within: Option<Ref>,
        object: Object,
    ) -> Ref {
        let field = if matches!(known, Known::Id(_)) { Field::Id } else { Field::Name };
        let make = || Thing { kind, key: key.clone(), name, known };
        self.refer(Seen::Key(kind, key.clone()), object.at(field), within, make)
    }

    pub(super) fn resource_group(&mut self, group: Option<&ResourceGroup>, place: Place) -> Option<Ref> {
        let group = group?;
        let seen = Seen::Group(group.clone());
        if let Some(known) = self.seen.get(&seen) {
            return Some(known.clone());
        }
        let (text, known) = match group {
            ResourceGroup::Id(id) => (id, Known::Id(id.clone())),
            ResourceGroup::Name(name) => (name, Known::Name),
        };
        let name = if known == Known::Name { text.clone() } else { String::new() };
        let taken =
            |key: &str| self.seen.values().any(|t| t.kind == Kind::ResourceGroup && t.key.as_str() == key);
        let key = Key::make(text, "resource-group", taken);
        let make = || Thing { kind: Kind::ResourceGroup, key, name, known };
        Some(self.refer(seen, place, None, make))
    }

    pub(super) fn vpc(&mut self, ix: Ix<model::Vpc>) -> Ref {
        let vpc = &self.model.vpcs[ix];
        let known = known(&vpc.origin);
        self.object(Kind::Vpc, &vpc.key, vpc.name.to_string(), known, None, vpc.object())
    }

    pub(super) fn subnet(&mut self, ix: Ix<model::Subnet>) -> Ref {
        let subnet = &self.model.subnets[ix];
        let vpc = self.vpc(subnet.vpc);
        let known = known(&subnet.origin);
        self.object(Kind::Subnet, &subnet.key, subnet.name.to_string(), known, Some(vpc), subnet.object())
    }

    pub(super) fn group(&mut self, ix: Ix<ModelGroup>) -> Ref {
        let group = &self.model.groups[ix];
        let vpc = self.vpc(group.vpc);
        let known = known(&group.origin);
        self.object(Kind::Group, &group.key, group.name.to_string(), known, Some(vpc), group.object())
    }

    fn networks(&mut self) {
        let model = self.model;
        for (ix, vpc) in model.vpcs.enumerate() {
            if !self.in_run(ix) {
                continue;
            }
            if vpc.origin.is_new() {
                let resource_group =
                    self.resource_group(vpc.resource_group.as_ref(), vpc.at(Field::ResourceGroup));
                let auto_prefixes = vpc.prefix_management == PrefixManagement::Auto;
                let thing = self.vpc(ix);
                self.run.steps.push(Step::Vpc(Vpc { thing, auto_prefixes, resource_group }));
            }
            for &prefix in &vpc.prefixes {
                self.prefix(&model.prefixes[prefix]);
            }
            for &subnet in &vpc.subnets {
                self.new_subnet(subnet);
            }
            for &group in &vpc.groups {
                self.new_group(group);
            }
        }
        for rule in model.rules.iter().filter(|r| r.origin.is_new()) {
            if self.in_run(model.groups[rule.group].vpc) {
                self.rule(rule);
            }
        }
    }

    fn prefix(&mut self, prefix: &model::Prefix) {
        let (Some(key), true) = (&prefix.key, prefix.origin.is_new()) else { return };
        let vpc = self.vpc(prefix.vpc);
        self.run.steps.push(Step::Prefix(Prefix {
            key: key.clone(),
            name: prefix.name.to_string(),
            vpc,
            zone: prefix.zone.to_string(),
            cidr: prefix.net.to_string(),
        }));
    }

    fn new_subnet(&mut self, ix: Ix<model::Subnet>) {
        let model = self.model;
        let subnet = &model.subnets[ix];
        if !subnet.origin.is_new() {
            return;
        }
        let resource_group =
            self.resource_group(subnet.resource_group.as_ref(), subnet.at(Field::ResourceGroup));
        let vpc = self.vpc(subnet.vpc);
        let thing = self.subnet(ix);
        let prefixes = model.vpcs[subnet.vpc].prefixes.iter().map(|&p| &model.prefixes[p]);
        let after =
            prefixes.filter(|p| p.origin.is_new() && p.zone == subnet.zone).filter_map(|p| p.key.clone());
        self.run.steps.push(Step::Subnet(Subnet {
            thing,
            vpc,
            zone: subnet.zone.to_string(),
            cidr: subnet.net.to_string(),
            resource_group,
            after: after.collect(),
        }));
    }

    fn new_group(&mut self, ix: Ix<ModelGroup>) {
        let group = &self.model.groups[ix];
        if !group.origin.is_new() {
            return;
        }
        let resource_group =
            self.resource_group(group.resource_group.as_ref(), group.at(Field::ResourceGroup));
        let vpc = self.vpc(group.vpc);
        let thing = self.group(ix);
        self.run.steps.push(Step::Group(Group { thing, vpc, resource_group }));
    }

    fn rule(&mut self, rule: &model::GroupRule) {
        let model = self.model;
        let remote = match &rule.remote {
            model::Remote::Anywhere => Remote::Block("0.0.0.0/0".to_owned()),
            model::Remote::Address(address) => Remote::Address(address.to_string()),
            model::Remote::Net(net) => Remote::Block(net.to_string()),
            model::Remote::Unknown(text) => Remote::Block(text.clone()),
            &model::Remote::Group(group) if self.in_run(model.groups[group].vpc) => {
                Remote::Group(self.group(group))
            }
            &model::Remote::Group(group) => {
                let what = format!(
                    "A rule of {} admits security group {}, which is in another region; it is not exported.",
                    model.groups[rule.group].label, model.groups[group].label
                );
                return self.leave_out(rule.at(Field::RemoteGroup), what);
            }
        };
        let group = self.group(rule.group);
        let vpc = self.vpc(model.groups[rule.group].vpc);
        self.run.steps.push(Step::Rule(Rule {
            key: rule.key.clone(),
            name: rule.name.to_string(),
            group,
            vpc,
            direction: rule.direction,
            protocol: rule.protocol,
            ports: rule.ports.as_ref().map(|(min, max)| (min.to_string(), max.to_string())),
            remote,
        }));
    }
}

/// How an object of the plan is found.
fn known(origin: &Origin) -> Known {
    match origin {
        Origin::New => Known::Made,
        Origin::Existing(id) => id_or_name(id),
    }
}

/// How something that exists is found.
pub(super) fn id_or_name(id: &Said<model::Id>) -> Known {
    if id.is_empty() { Known::Name } else { Known::Id(id.to_string()) }
}
