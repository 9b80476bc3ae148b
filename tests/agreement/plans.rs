//! Valid plans at random: of each kind of object those that are made and those that exist, known by
//! their id, their name or both.

use std::collections::HashMap;

use vpe_planner::catalog::{REGIONS, Region};
use vpe_planner::plan::{
    CliVersion, DEFAULT_API_VERSION, DnsMode, Gateway, Key, On, Origin, Plan, Policy, Resource, Targets,
};

use crate::dice::Dice;
use crate::network::Room;

/// The account of plans that say one, and of the clouds of those that do not.
pub(crate) const ACCOUNT: &str = "7f2c4e91b0d84a6f9c3355e1a0b27d48";
/// One that lets gateways of `ACCOUNT` reach its services.
pub(crate) const OTHER_ACCOUNT: &str = "0b5e00334eaf9eb9339d2ab48f7326b4";

/// Accounts that let gateways of `ACCOUNT` in by the policies of the plan alone.
pub(crate) const OWNERS: [&str; 2] = ["b0d93a7c5f1e4862a9e07d41c3f8256b", "c1e84b6d0a2f47359b8d6e7f10a2b3c4"];

/// A plan in the making.
pub(crate) struct Drawing {
    pub(crate) dice: Dice,
    /// What is counted, so that each name and id is new.
    count: usize,
    /// Whether Terraform takes over some of what exists.
    adopting: bool,
    /// Where each VPC has room for addresses.
    pub(crate) rooms: HashMap<Key, Vec<Room>>,
}

/// The plan of a seed, which has no errors.
pub(crate) fn plan(seed: u64) -> Plan {
    let mut dice = Dice::new(seed);
    let adopting = dice.chance(20);
    let mut draw = Drawing { dice, count: 0, adopting, rooms: HashMap::new() };
    let mut regions: Vec<&'static Region> = REGIONS.iter().collect();
    let regions = [draw.dice.take(&mut regions), draw.dice.take(&mut regions)];
    let vpcs = draw.dice.one(&[1, 1, 1, 2, 2, 3]);
    let vpcs: Vec<_> = (0..vpcs)
        .map(|number| {
            let region = draw.dice.one(&regions);
            draw.vpc(number, region)
        })
        .collect();
    let mut gateways = Vec::new();
    for vpc in &vpcs {
        let count = draw.dice.one(&[1, 1, 2, 2, 3]);
        let mut targets = draw.targets(&vpc.wanted.region);
        for _ in 0..count {
            let target = draw.dice.take(&mut targets);
            gateways.push(draw.gateway(vpc, target));
        }
    }
    let account = if draw.dice.chance(50) { ACCOUNT.to_owned() } else { String::new() };
    let policies = draw.policies(&gateways, account.is_empty());
    let bound = gateways
        .iter()
        .any(|one| !one.wanted.resource_bindings.is_empty() || one.wanted.dns == DnsMode::PerResourceBinding);
    let targets = draw.targets_of_tools(bound);
    let name = format!("Plan of seed {seed}");
    Plan { name, targets, account, vpcs, gateways, policies, ..Plan::default() }
}

impl Drawing {
    /// A policy for each service of an owner that a gateway reaches, for all instances or for one.
    fn policies(&mut self, gateways: &[Resource<Gateway>], source: bool) -> Vec<Resource<Policy>> {
        let mut policies: Vec<Resource<Policy>> = Vec::new();
        for crn in gateways.iter().map(|gateway| gateway.wanted.target.crn.as_str()) {
            let parts: Vec<&str> = crn.split(':').collect();
            let Some(owner) = OWNERS.iter().find(|owner| crn.contains(&format!("a/{owner}:"))) else {
                continue;
            };
            let mut wanted = Policy {
                source_account: if source || self.dice.chance(30) {
                    ACCOUNT.to_owned()
                } else {
                    String::new()
                },
                target_account: (*owner).to_owned(),
                service: parts[4].to_owned(),
                instance: String::new(),
            };
            let of_all = |one: &Resource<Policy>| {
                let same = |a: &Policy| {
                    (a.target_account.clone(), a.service.clone())
                        == (wanted.target_account.clone(), wanted.service.clone())
                };
                same(&one.wanted) && one.wanted.instance.is_empty()
            };
            if policies.iter().any(of_all) {
                continue;
            }
            if self.dice.chance(40) {
                wanted.instance = parts[7].to_owned();
            }
            let key = Key::new(&format!("policy-{}", self.number())).unwrap();
            let mut origin = Origin::default();
            if self.dice.chance(30) {
                origin = Origin::existing(&self.id());
                if self.adopting {
                    origin.on = On::Adopt;
                } else if self.dice.chance(50) {
                    origin.id = String::new();
                }
            }
            policies.push(Resource { key, origin, wanted });
        }
        policies
    }

    /// Versions of the tools. The older plug-in knows nothing of resources that are bound.
    fn targets_of_tools(&mut self, bound: bool) -> Targets {
        let old = !bound && self.dice.chance(25);
        let dates = ["2025-11-17", "2025-11-18", "2025-12-08", DEFAULT_API_VERSION, DEFAULT_API_VERSION];
        Targets {
            cli: if old { CliVersion::Before16 } else { CliVersion::From16 },
            api: self.dice.one(&dates).to_owned(),
            ..Targets::default()
        }
    }

    pub(crate) fn number(&mut self) -> usize {
        self.count += 1;
        self.count
    }

    /// A key and a name that nothing has yet.
    pub(crate) fn named(&mut self, kind: &str) -> (Key, String) {
        let number = self.number();
        let name = match self.dice.below(12) {
            // So long that names made from it are cut, and are then the same.
            0 => format!("{kind}-of-a-team-that-names-things-for-what-they-do-{number:03}"),
            1 => format!("{}{number}", &kind[..1]),
            _ => format!("{kind}-{number}"),
        };
        (Key::new(&format!("{kind}-{number}")).unwrap(), name)
    }

    pub(crate) fn id(&mut self) -> String {
        let number = self.number();
        format!("r006-{number:08x}-0000-4000-8000-{:012x}", number * 7919)
    }

    /// Key, origin and name of something that exists: known by its id, its name or both.
    pub(crate) fn existing(&mut self, kind: &str) -> (Key, Origin, String) {
        let (key, mut name) = self.named(kind);
        if self.dice.chance(10) {
            // Names may begin with a digit since 2025.
            name = format!("7-{name}");
        }
        let id = self.id();
        let mut origin = Origin::existing(&id);
        match self.dice.below(if self.adopting { 9 } else { 3 }) {
            0 => name = String::new(),
            1 => origin.id = String::new(),
            _ => {}
        }
        if self.adopting && self.dice.chance(70) {
            origin.on = On::Adopt;
        }
        (key, origin, name)
    }

    /// Nothing, a name or an id.
    pub(crate) fn resource_group(&mut self) -> String {
        self.dice.one(&["", "", "network", "Platform Team", "b0d93a7c5f1e4862a9e07d41c3f8256b"]).to_owned()
    }
}
