//! Building the runs: VPCs with their networks, then gateways.

use super::{
    Adopt, Group, Kind, Known, LeftOut, LookUp, Prefix, Ref, Remote, Rule, Run, Scope, Step, Steps, Subnet,
    Thing, Vpc,
};
use super::{gateways, policies};
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
    /// With the position of the step that looks it up, where it exists.
    seen: HashMap<Seen, (Ref, Option<usize>)>,
    /// Whether the step under construction takes something over.
    pub(super) adopting: bool,
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
    policies::runs(model, &mut steps.runs);
    for (region, place) in regions {
        let in_region = model.vpcs.enumerate().filter(|(_, v)| v.region.to_string() == region);
        let vpcs = in_region.map(|(ix, _)| ix).collect();
        let account = model.account.value().map(ToString::to_string);
        let scope = Scope::Region { code: region, place };
        let mut b = Builder::of(model, Run::new(account, Object::Plan.at(Field::Account), scope), vpcs);
        b.networks();
        b.dns_bindings();
        gateways::build(&mut b);
        b.resolvers();
        b.not_adopted();
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

impl<'m> Builder<'m> {
    pub(super) fn of(model: &'m Model, run: Run, vpcs: Vec<Ix<model::Vpc>>) -> Self {
        Builder { model, run, left_out: Vec::new(), seen: HashMap::new(), adopting: false, vpcs }
    }
}

impl Builder<'_> {
    pub(super) fn leave_out(&mut self, place: Place, sentence: String) {
        self.left_out.push(LeftOut { place, sentence });
    }

    pub(super) fn in_run(&self, vpc: Ix<model::Vpc>) -> bool {
        self.vpcs.binary_search(&vpc).is_ok()
    }

    /// What is among the steps already, referred to once more.
    fn again(&mut self, seen: &Seen) -> Option<Ref> {
        let (known, at) = self.seen.get(seen)?;
        if let Some(Step::LookUp(s)) = at.and_then(|at| self.run.steps.get_mut(at)) {
            s.for_adopted &= self.adopting;
        }
        Some(known.clone())
    }

    /// A reference, with the step that looks it up when it is the first to
    /// something that exists.
    fn refer(&mut self, seen: Seen, place: Place, within: Option<Ref>, thing: impl FnOnce() -> Thing) -> Ref {
        if let Some(known) = self.again(&seen) {
            return known;
        }
        let for_adopted = self.adopting;
        let thing = Rc::new(thing());
        let at = thing.exists().then_some(self.run.steps.len());
        self.seen.insert(seen, (thing.clone(), at));
        if thing.exists() {
            let look_up = LookUp { thing: thing.clone(), within, place, for_adopted };
            self.run.steps.push(Step::LookUp(look_up));
        }
        thing
    }

    /// Adds the step that makes something new, or has it taken over. Of what is
    /// only referred to there is none.
    pub(super) fn make(&mut self, origin: &Origin, step: impl FnOnce(&mut Self) -> Option<Step>) {
        let id = match origin {
            Origin::New => None,
            Origin::Adopted(id) => Some(id.to_string()),
            Origin::Existing(_) => return,
        };
        self.adopting = id.is_some();
        let step = step(self);
        self.adopting = false;
        self.run.steps.extend(step.map(|step| match id {
            None => step,
            Some(id) => Step::Adopt(Adopt { step: Box::new(step), id }),
        }));
    }

    fn not_adopted(&mut self) {
        for not in &self.model.not_adopted {
            if let (true, Some(place)) = (not.vpc.is_some_and(|vpc| self.in_run(vpc)), not.places.last()) {
                let sentence = not.sentence.clone();
                self.run.not_adopted.push(LeftOut { place: place.clone(), sentence });
            }
        }
    }

    /// The same of an account's policies.
    pub(super) fn policies_not_adopted(&mut self, account: &str) {
        for not in &self.model.not_adopted {
            let Object::Policy(key) = &not.object else { continue };
            let own = |p: &&model::Policy| p.key == *key && p.target.to_string() == account;
            if let (Some(_), Some(place)) = (self.model.policies.iter().find(own), not.places.last()) {
                let sentence = not.sentence.clone();
                self.run.not_adopted.push(LeftOut { place: place.clone(), sentence });
            }
        }
    }

    /// As [`Self::refer`], for an object of the plan.
    pub(super) fn object(
        &mut self,
        kind: Kind,
        key: &Key,
        name: String,
        (known, adopted): (Known, bool),
        within: Option<Ref>,
        object: Object,
    ) -> Ref {
        let field = if matches!(known, Known::Id(_)) { Field::Id } else { Field::Name };
        let make = || Thing { kind, key: key.clone(), name, known, adopted };
        self.refer(Seen::Key(kind, key.clone()), object.at(field), within, make)
    }

    pub(super) fn resource_group(&mut self, group: Option<&ResourceGroup>, place: Place) -> Option<Ref> {
        let group = group?;
        let seen = Seen::Group(group.clone());
        if let Some(known) = self.again(&seen) {
            return Some(known);
        }
        let (text, known) = match group {
            ResourceGroup::Id(id) => (id, Known::Id(id.clone())),
            ResourceGroup::Name(name) => (name, Known::Name),
        };
        let name = if known == Known::Name { text.clone() } else { String::new() };
        let taken = |key: &str| {
            self.seen.values().any(|(t, _)| t.kind == Kind::ResourceGroup && t.key.as_str() == key)
        };
        let key = Key::make(text, "resource-group", taken);
        let make = || Thing { kind: Kind::ResourceGroup, key, name, known, adopted: false };
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
            self.make(&vpc.origin, |b| {
                let resource_group =
                    b.resource_group(vpc.resource_group.as_ref(), vpc.at(Field::ResourceGroup));
                let auto_prefixes = vpc.prefix_management == PrefixManagement::Auto;
                Some(Step::Vpc(Vpc {
                    thing: b.vpc(ix),
                    auto_prefixes,
                    enable_hub: vpc.dns.enable_hub,
                    resource_group,
                }))
            });
            for &prefix in &vpc.prefixes {
                self.prefix(&model.prefixes[prefix]);
            }
            for &acl in &vpc.acls {
                self.make_acl(acl);
            }
            for &subnet in &vpc.subnets {
                self.make_subnet(subnet);
            }
            for &group in &vpc.groups {
                self.make_group(group);
            }
        }
        for rule in model.rules.iter() {
            if self.in_run(model.groups[rule.group].vpc) {
                self.make(&rule.origin, |b| b.rule(rule));
            }
        }
    }

    fn prefix(&mut self, prefix: &model::Prefix) {
        let Some(key) = &prefix.key else { return };
        self.make(&prefix.origin, |b| {
            Some(Step::Prefix(Prefix {
                key: key.clone(),
                name: prefix.name.to_string(),
                vpc: b.vpc(prefix.vpc),
                zone: prefix.zone.to_string(),
                cidr: prefix.net.to_string(),
            }))
        });
    }

    fn make_subnet(&mut self, ix: Ix<model::Subnet>) {
        let model = self.model;
        let subnet = &model.subnets[ix];
        if matches!(subnet.origin, Origin::Existing(_)) {
            self.acl_not_attached(subnet);
        }
        let prefixes = model.vpcs[subnet.vpc].prefixes.iter().map(|&p| &model.prefixes[p]);
        // What exists already waits for nothing new, but is there no longer than its prefix.
        let waits = |p: &&model::Prefix| match p.origin {
            Origin::New => subnet.origin.is_new(),
            Origin::Adopted(_) => true,
            Origin::Existing(_) => false,
        };
        let after = prefixes.filter(|p| p.zone == subnet.zone).filter(waits).filter_map(|p| p.key.clone());
        self.make(&subnet.origin, |b| {
            let resource_group =
                b.resource_group(subnet.resource_group.as_ref(), subnet.at(Field::ResourceGroup));
            let vpc = b.vpc(subnet.vpc);
            let acl = b.acl_of(subnet);
            Some(Step::Subnet(Subnet {
                thing: b.subnet(ix),
                vpc,
                zone: subnet.zone.to_string(),
                cidr: subnet.net.to_string(),
                resource_group,
                acl,
                after: after.collect(),
            }))
        });
    }

    fn make_group(&mut self, ix: Ix<ModelGroup>) {
        let model = self.model;
        let group = &model.groups[ix];
        self.make(&group.origin, |b| {
            let resource_group =
                b.resource_group(group.resource_group.as_ref(), group.at(Field::ResourceGroup));
            let vpc = b.vpc(group.vpc);
            Some(Step::Group(Group { thing: b.group(ix), vpc, resource_group }))
        });
    }

    fn rule(&mut self, rule: &model::GroupRule) -> Option<Step> {
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
                self.leave_out(rule.at(Field::RemoteGroup), what);
                return None;
            }
        };
        let group = self.group(rule.group);
        let vpc = self.vpc(model.groups[rule.group].vpc);
        Some(Step::Rule(Rule {
            key: rule.key.clone(),
            name: rule.name.to_string(),
            group,
            vpc,
            direction: rule.direction,
            protocol: rule.protocol,
            ports: rule.ports.as_ref().map(|(min, max)| (min.to_string(), max.to_string())),
            remote,
        }))
    }
}

/// How an object of the plan is found, and whether Terraform takes it over.
pub(super) fn known(origin: &Origin) -> (Known, bool) {
    match origin {
        Origin::New => (Known::Made, false),
        Origin::Existing(id) => (id_or_name(id), false),
        Origin::Adopted(id) => (id_or_name(id), true),
    }
}

/// How something that exists is found.
pub(super) fn id_or_name(id: &Said<model::Id>) -> Known {
    if id.is_empty() { Known::Name } else { Known::Id(id.to_string()) }
}
