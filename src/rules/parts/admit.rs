//! Whether security groups let clients reach a service, and the rule that would.

use crate::catalog::{Ports, Transport};
use crate::edit::{Edit, New};
use crate::model::{Gateway, Group, GroupRule, Ix, Model, Name, Remote, Said, Target, Vpc};
use crate::plan::{Direction, Key, Protocol, Resource, SecurityGroup, SecurityGroupRule};
use crate::rules::Fix;
use crate::rules::parts::list;
use ipnet::Ipv4Net;
use std::collections::HashSet;
use std::fmt;

/// The traffic that clients of a gateway send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) struct Need {
    transport: Transport,
    first: u16,
    last: u16,
}

impl Need {
    /// What clients of a gateway send; any port where it differs by instance and is not
    /// given. `None` where not even the transport is known.
    pub(in crate::rules) fn of(gateway: &Gateway) -> Option<Self> {
        let ports = match (&gateway.target, gateway.services.as_slice()) {
            (Target::Infrastructure(Said::Value(service)), _) => service.ports,
            (Target::Cloud(_), [service]) => service.ports,
            (Target::PrivatePath(Said::Value(_)), _) => Ports::PerInstance(Transport::Tcp),
            (Target::Cloud(Said::Value(_)), _) => {
                // All cloud services of the catalogue speak TCP; others are not known.
                let tcp = |ports: Ports| {
                    matches!(ports, Ports::Range(Transport::Tcp, ..) | Ports::PerInstance(Transport::Tcp))
                };
                let known = !gateway.services.is_empty() && gateway.services.iter().all(|s| tcp(s.ports));
                known.then_some(Ports::PerInstance(Transport::Tcp))?
            }
            _ => return None,
        };
        if !gateway.port.is_empty() && gateway.port.value().is_none() {
            return None;
        }
        match (ports, gateway.port.get()) {
            (Ports::Range(transport, ..) | Ports::PerInstance(transport), Some(ports)) => {
                Some(Self { transport, first: ports.first, last: ports.last })
            }
            (Ports::Range(transport, first, last), None) => Some(Self { transport, first, last }),
            (Ports::PerInstance(transport), None) => Some(Self { transport, first: 1, last: u16::MAX }),
        }
    }

    /// Whether the port is not known.
    pub(super) fn any_port(self) -> bool {
        (self.first, self.last) == (1, u16::MAX)
    }

    /// First and last port.
    pub(super) fn ports(self) -> (u16, u16) {
        (self.first, self.last)
    }

    /// What carries it.
    pub(super) fn transport(self) -> Transport {
        self.transport
    }

    /// Whether it is several ports that are known.
    pub(in crate::rules) fn is_range(self) -> bool {
        self.first < self.last && !self.any_port()
    }

    /// How many ports it is.
    pub(in crate::rules) fn count(self) -> u32 {
        u32::from(self.last) - u32::from(self.first) + 1
    }

    pub(super) fn rule_protocol(self) -> Protocol {
        match self.transport {
            Transport::Tcp => Protocol::Tcp,
            Transport::Udp => Protocol::Udp,
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.transport.name())?;
        if self.any_port() {
            return Ok(());
        }
        write!(f, " {}", self.first)?;
        if self.last == self.first { Ok(()) } else { write!(f, " to {}", self.last) }
    }
}

/// Whether a group admits any of the traffic; `None` where the plan does not know
/// all its rules or what one of them says.
pub(in crate::rules) fn admits(model: &Model, group: &Group, need: Need) -> Option<bool> {
    let inbound = || {
        let rules = group.rules.iter().map(|&r| &model.rules[r]);
        rules.filter(|r| r.direction == Direction::Inbound)
    };
    if inbound().any(|r| rule_admits(r, need) == Some(true)) {
        return Some(true);
    }
    let unknown = !group.origin.is_new() || inbound().any(|r| rule_admits(r, need).is_none());
    (!unknown).then_some(false)
}

/// How many ports of the traffic some rule of the groups admits; `None` where the plan does
/// not know all rules or what one of them says.
pub(in crate::rules) fn admitted_ports(model: &Model, groups: &[&Group], need: Need) -> Option<u32> {
    if groups.iter().any(|g| !g.origin.is_new()) {
        return None;
    }
    let mut spans = Vec::new();
    for rule in groups.iter().flat_map(|g| &g.rules).map(|&r| &model.rules[r]) {
        if rule.direction == Direction::Inbound && rule_admits(rule, need)? {
            let all = (need.first, need.last);
            let (first, last) = match &rule.ports {
                Some((first, last)) => (first.get()?, last.get()?),
                None => all,
            };
            spans.push((first.max(all.0), last.min(all.1)));
        }
    }
    spans.sort_unstable();
    let (mut count, mut next) = (0, u32::from(need.first));
    for (first, last) in spans {
        let (first, end) = (u32::from(first).max(next), u32::from(last) + 1);
        if end > first {
            count += end - first;
            next = end;
        }
    }
    Some(count)
}

/// Whether a rule admits any of the traffic, whatever its direction; `None` where its
/// ports mean nothing.
pub(in crate::rules) fn rule_admits(rule: &GroupRule, need: Need) -> Option<bool> {
    if rule.protocol == Protocol::IcmpTcpUdp {
        return Some(true);
    }
    if rule.protocol != need.rule_protocol() {
        return Some(false);
    }
    let Some((first, last)) = &rule.ports else { return Some(true) };
    let (first, last) = (first.get()?, last.get()?);
    // A range that runs backwards is told of as that.
    (first <= last).then_some(first <= need.last && need.first <= last)
}

/// The keys of the groups that guard gateways.
pub(in crate::rules) fn guarding(model: &Model) -> HashSet<&str> {
    model.gateways.iter().flat_map(|g| &g.groups).map(|&g| model.groups[g].key.as_str()).collect()
}

/// Makes fixes that add a rule to a group.
pub(in crate::rules) struct Admitter<'m> {
    model: &'m Model,
    keys: HashSet<&'m str>,
}

impl<'m> Admitter<'m> {
    pub(in crate::rules) fn of(model: &'m Model) -> Self {
        Self { model, keys: model.rules.iter().map(|r| r.key.as_str()).collect() }
    }

    /// Admits the traffic from where the group's first inbound rule admits, else
    /// from the VPC's address prefixes, where all of them are known and few.
    /// Of a port that is not known there is no rule to add.
    pub(in crate::rules) fn fix(&self, group: Ix<Group>, need: Need) -> Option<Fix> {
        if need.any_port() {
            return None;
        }
        let of = &self.model.groups[group];
        let first =
            of.rules.iter().map(|&r| &self.model.rules[r]).find(|r| r.direction == Direction::Inbound);
        let (remotes, remote_group, from) = match first.map(|r| &r.remote) {
            Some(Remote::Group(g)) => {
                let g = &self.model.groups[*g];
                (vec![String::new()], g.key.clone(), g.label.clone())
            }
            Some(Remote::Address(a)) => (vec![a.to_string()], Key::none(), a.to_string()),
            Some(Remote::Net(n)) => (vec![n.to_string()], Key::none(), n.to_string()),
            Some(Remote::Anywhere) => (vec![String::new()], Key::none(), "anywhere".to_owned()),
            Some(Remote::Unknown(_)) => return None,
            None => {
                let nets = self.prefixes(&self.model.vpcs[of.vpc])?;
                let from = list(&nets);
                (nets, Key::none(), from)
            }
        };
        let rules = self.rules(&of.key, need, remotes, &remote_group).into_iter();
        let edits = rules.map(|rule| Edit::Add(New::Rule(of.key.clone(), rule))).collect();
        let label = format!("add inbound {need} from {from} to {}", of.label);
        Some(Fix::choice(format!("Add inbound {need} from {from}"), Edit::All { label, edits }))
    }

    /// A new group for a gateway that admits the traffic from the VPC's address
    /// prefixes, where those are few and known.
    pub(in crate::rules) fn group(&self, gateway: &Gateway, need: Need) -> Option<Fix> {
        let model = self.model;
        let vpc = &model.vpcs[gateway.vpc?];
        if need.any_port() {
            return None;
        }
        let nets = self.prefixes(vpc)?;
        let base = format!("{}-clients", gateway.label);
        let base = if Name::new(&base).is_some() { base } else { "vpe-clients".to_owned() };
        let mut name = base.clone();
        let mut n = 2;
        while vpc.groups.iter().any(|&g| model.groups[g].name.to_string() == name) {
            name = format!("{base}-{n}");
            n += 1;
        }
        let key = Key::make(&name, "group", |k| model.groups.iter().any(|g| g.key.as_str() == k));
        let from = list(&nets);
        let rules = self.rules(&key, need, nets, &Key::none());
        let wanted = SecurityGroup { name: name.clone(), rules, ..SecurityGroup::default() };
        let group = Resource { key: key.clone(), wanted, ..Resource::default() };
        let edits = vec![
            Edit::Add(New::Group(vpc.key.clone(), group)),
            Edit::Attach { gateway: gateway.key.clone(), group: key, on: true },
        ];
        let label = format!("plan {name}");
        Some(Fix::choice(format!("Plan {name}, which admits {need} from {from}"), Edit::All { label, edits }))
    }

    /// New inbound rules of a group, one for each of the other sides.
    fn rules(
        &self,
        group: &Key,
        need: Need,
        remotes: Vec<String>,
        remote_group: &Key,
    ) -> Vec<Resource<SecurityGroupRule>> {
        let mut made: Vec<Resource<SecurityGroupRule>> = Vec::new();
        for remote in remotes {
            let name = format!("{}-{}", need.transport.name().to_ascii_lowercase(), need.first);
            let key = Key::make(&format!("{group}-{name}"), "rule", |k| {
                self.keys.contains(k) || made.iter().any(|rule| rule.key.as_str() == k)
            });
            let wanted = SecurityGroupRule {
                direction: Direction::Inbound,
                protocol: need.rule_protocol(),
                port_min: need.first.to_string(),
                port_max: need.last.to_string(),
                remote,
                remote_group: remote_group.clone(),
                ..SecurityGroupRule::default()
            };
            made.push(Resource { key, wanted, ..Resource::default() });
        }
        made
    }

    /// The VPC's address prefixes, joined; `None` where they are not all known or
    /// more than three.
    fn prefixes(&self, vpc: &Vpc) -> Option<Vec<String>> {
        if !vpc.prefixes_known {
            return None;
        }
        let nets: Option<Vec<Ipv4Net>> =
            vpc.prefixes.iter().map(|&p| self.model.prefixes[p].net.get()).collect();
        let joined = Ipv4Net::aggregate(&nets?);
        (1..=3).contains(&joined.len()).then(|| joined.iter().map(Ipv4Net::to_string).collect())
    }
}
