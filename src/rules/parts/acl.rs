//! What network ACLs let through, and the rules that would let a service through.

use super::{Need, list};
use crate::catalog::Transport;
use crate::edit::{Edit, New};
use crate::model::{Acl, AclRule, Address, Form, Gateway, Ix, Model, Origin, Remote, Span, Subnet};
use crate::plan::{Action, Direction, Key, NetworkAclRule, Protocol, Resource};
use crate::rules::Fix;
use ipnet::Ipv4Net;

/// First and last port that clients are answered at: those that systems give them.
const HIGH_PORTS: (u16, u16) = (1024, u16::MAX);
/// Pieces of traffic beyond which it is not worked out what passes.
const PIECES: usize = 512;

/// A piece of traffic: source and its ports, destination and its ports, each from its
/// first to its last.
type Piece = [(u32, u32); 4];

/// Traffic of one protocol in one direction.
#[derive(Debug, Clone, Copy)]
pub(in crate::rules) struct Traffic {
    direction: Direction,
    protocol: Protocol,
    piece: Piece,
}

const ALL: (u32, u32) = (0, u32::MAX);

fn wide((first, last): (u16, u16)) -> (u32, u32) {
    (u32::from(first), u32::from(last))
}

fn span(span: Span) -> (u32, u32) {
    (span.first.into(), span.last.into())
}

impl Traffic {
    /// What clients send to an address of a gateway, from anywhere.
    pub(in crate::rules) fn to(model: &Model, address: &Address, need: Need) -> Option<Self> {
        let subnet = &model.subnets[subnet_of(model, address)?];
        let known = match &address.form {
            Form::Given(ip) => ip.get(),
            Form::Existing(Some(ip)) => model.reserved_ips[*ip].address.get(),
            Form::None | Form::Chosen | Form::Existing(None) => None,
        };
        let to = match (known, subnet.net.get()) {
            // That it is none of the subnet is told as that.
            (Some(ip), Some(net)) if !net.contains(&ip) => return None,
            (Some(ip), _) => (ip.into(), ip.into()),
            (None, Some(net)) => span(net.into()),
            (None, None) => ALL,
        };
        let piece = [ALL, (1, u32::from(u16::MAX)), to, wide(need.ports())];
        Some(Self { direction: Direction::Inbound, protocol: need.rule_protocol(), piece })
    }

    /// The answers to a piece of it. Those over UDP can go to any port.
    pub(in crate::rules) fn answers(self, [source, _, destination, ports]: Piece) -> Self {
        let high = if self.protocol == Protocol::Udp { (1, u16::MAX) } else { HIGH_PORTS };
        Self { direction: Direction::Outbound, piece: [destination, ports, source, wide(high)], ..self }
    }

    fn fits(self, rule: &AclRule) -> bool {
        rule.direction == self.direction && [self.protocol, Protocol::IcmpTcpUdp].contains(&rule.protocol)
    }
}

/// The traffic of a rule, where all of it is known.
pub(in crate::rules) fn piece_of(rule: &AclRule) -> Option<Piece> {
    let (source, destination) = (&rule.source, &rule.destination);
    let net = |net: Option<Ipv4Net>| net.map(|net| span(net.into()));
    Some([
        net(source.net.get())?,
        wide(source.port_range()?),
        net(destination.net.get())?,
        wide(destination.port_range()?),
    ])
}

/// Whether the second lies wholly in the first.
pub(in crate::rules) fn covers(all: &Piece, part: &Piece) -> bool {
    all.iter().zip(part).all(|(a, p)| a.0 <= p.0 && p.1 <= a.1)
}

fn common(one: &Piece, other: &Piece) -> Option<Piece> {
    let mut piece = *one;
    for (mine, theirs) in piece.iter_mut().zip(other) {
        *mine = (mine.0.max(theirs.0), mine.1.min(theirs.1));
    }
    piece.iter().all(|(first, last)| first <= last).then_some(piece)
}

/// Adds what is in the first and not in the second, which has something of it.
fn without(mut piece: Piece, cut: &Piece, rest: &mut Vec<Piece>) {
    for side in 0..piece.len() {
        let (first, last) = piece[side];
        if first < cut[side].0 {
            let mut before = piece;
            before[side] = (first, cut[side].0 - 1);
            rest.push(before);
            piece[side].0 = cut[side].0;
        }
        if last > cut[side].1 {
            let mut after = piece;
            after[side] = (cut[side].1 + 1, last);
            rest.push(after);
            piece[side].1 = cut[side].1;
        }
    }
}

/// What of some traffic an ACL lets through, each piece with the rule that does; `None`
/// where the plan does not know all its rules or what one of them says.
pub(in crate::rules) fn passes(
    model: &Model,
    acl: &Acl,
    traffic: Traffic,
) -> Option<Vec<(Ix<AclRule>, Piece)>> {
    let new = acl.origin.is_new() && acl.rules.iter().all(|&r| model.acl_rules[r].origin.is_new());
    if new { passed_by(model, acl, traffic) } else { None }
}

/// The same by the rules that the plan knows, whether or not there are others.
pub(in crate::rules) fn passed_by(
    model: &Model,
    acl: &Acl,
    traffic: Traffic,
) -> Option<Vec<(Ix<AclRule>, Piece)>> {
    let mut rest = vec![traffic.piece];
    let mut passed = Vec::new();
    for &ix in &acl.rules {
        let rule = &model.acl_rules[ix];
        if rest.len() > PIECES {
            return None;
        }
        if !traffic.fits(rule) {
            continue;
        }
        let cut = piece_of(rule)?;
        for piece in std::mem::take(&mut rest) {
            let Some(both) = common(&piece, &cut) else {
                rest.push(piece);
                continue;
            };
            if rule.action == Action::Allow {
                passed.push((ix, both));
            }
            without(piece, &cut, &mut rest);
        }
    }
    Some(passed)
}

/// Whether an ACL lets out any answer to a piece of traffic that it lets in.
pub(in crate::rules) fn answered(model: &Model, acl: &Acl, traffic: Traffic, piece: Piece) -> Option<bool> {
    passed_by(model, acl, traffic.answers(piece)).map(|passed| !passed.is_empty())
}

/// The ACL that filters a subnet's traffic, as far as the plan tells. One of another VPC
/// is told as that, and a new one is not attached to what exists.
pub(in crate::rules) fn filtering(model: &Model, subnet: &Subnet) -> Option<Ix<Acl>> {
    let ix = subnet.acl?;
    let acl = &model.acls[ix];
    let attached = !acl.origin.is_new() || !matches!(subnet.origin, Origin::Existing(_));
    (acl.vpc == subnet.vpc && attached).then_some(ix)
}

/// The subnet of a gateway's address.
pub(in crate::rules) fn subnet_of(model: &Model, address: &Address) -> Option<Ix<Subnet>> {
    match address.form {
        Form::None => None,
        Form::Existing(ip) => ip.map(|ip| model.reserved_ips[ip].subnet),
        Form::Chosen | Form::Given(_) => address.subnet,
    }
}

/// Lets clients of a gateway reach it at a subnet through the subnet's ACL, and their
/// answers out: from where the gateway's groups admit, else from the VPC's address
/// prefixes, where those are few and known. Of a port that is not known there is no
/// rule to add.
pub(in crate::rules) fn let_through(
    model: &Model,
    gateway: &Gateway,
    address: &Address,
    acl: &Acl,
    need: Need,
) -> Option<Fix> {
    if need.any_port() {
        return None;
    }
    let clients = clients(model, gateway, acl)?;
    let traffic = Traffic::to(model, address, need)?;
    let mut adding = Adding::to(model, acl);
    let here = block(&model.subnets[subnet_of(model, address)?]);
    for client in &clients {
        let mut piece = traffic.piece;
        piece[0] = Span::new(client).map_or(ALL, span);
        adding.add(need, Traffic { piece, ..traffic }, client, &here);
        adding.add(need, traffic.answers(piece), &here, client);
    }
    let title = format!("Let {need} in from {} and its answers out", list(&clients));
    let label = format!("let {need} through {}", acl.label);
    Some(Fix::choice(title, Edit::All { label, edits: adding.edits }))
}

/// Lets out the answers to what a rule lets in.
pub(in crate::rules) fn let_answers_out(
    model: &Model,
    subnet: &Subnet,
    rule: &AclRule,
    need: Need,
    answers: Traffic,
) -> Option<Fix> {
    if need.any_port() {
        return None;
    }
    let acl = &model.acls[rule.acl];
    let mut adding = Adding::to(model, acl);
    adding.add(need, answers, &block(subnet), &rule.source.text);
    let title = format!("Let the answers from {need} out to {}", rule.source.text);
    let label = format!("let answers out of {}", acl.label);
    Some(Fix::choice(title, Edit::All { label, edits: adding.edits }))
}

/// A subnet's range as a rule says it.
fn block(subnet: &Subnet) -> String {
    subnet.net.get().map(|net| net.to_string()).unwrap_or_default()
}

/// Who the clients of a gateway are, as far as the plan tells: blocks, at most three.
fn clients(model: &Model, gateway: &Gateway, acl: &Acl) -> Option<Vec<String>> {
    let rules = gateway.groups.iter().flat_map(|&g| &model.groups[g].rules).map(|&r| &model.rules[r]);
    let nets = rules.filter(|r| r.direction == Direction::Inbound).filter_map(|r| match r.remote {
        Remote::Net(net) => Some(net),
        Remote::Address(ip) => Ipv4Net::new(ip, 32).ok(),
        Remote::Anywhere | Remote::Group(_) | Remote::Unknown(_) => None,
    });
    let mut nets: Vec<Ipv4Net> = nets.collect();
    if nets.is_empty() {
        let vpc = &model.vpcs[acl.vpc];
        if !vpc.prefixes_known {
            return None;
        }
        nets = vpc.prefixes.iter().map(|&p| model.prefixes[p].net.get()).collect::<Option<_>>()?;
    }
    let joined = Ipv4Net::aggregate(&nets);
    (1..=3).contains(&joined.len()).then(|| joined.iter().map(Ipv4Net::to_string).collect())
}

/// Rules that are added to an ACL.
struct Adding<'m> {
    model: &'m Model,
    acl: &'m Acl,
    /// Names and keys of those that are added.
    made: Vec<(String, Key)>,
    edits: Vec<Edit>,
}

impl<'m> Adding<'m> {
    fn to(model: &'m Model, acl: &'m Acl) -> Self {
        Self { model, acl, made: Vec::new(), edits: Vec::new() }
    }

    fn rules(&self) -> impl Iterator<Item = &'m AclRule> + use<'m> {
        let model = self.model;
        self.acl.rules.iter().map(move |&r| &model.acl_rules[r])
    }

    /// Adds a rule from here to there that lets some traffic through.
    fn add(&mut self, need: Need, traffic: Traffic, source: &str, destination: &str) {
        let direction = traffic.direction;
        let (first, last) = need.ports();
        let way = if direction == Direction::Inbound { "in" } else { "out" };
        let base = format!("{}-{first}-{way}", need.transport().name().to_ascii_lowercase());
        let taken = |name: &str| {
            self.rules().any(|r| r.name.to_string() == name) || self.made.iter().any(|(n, _)| n == name)
        };
        let mut name = base.clone();
        let mut n = 2;
        while taken(&name) {
            name = format!("{base}-{n}");
            n += 1;
        }
        let key = Key::make(&format!("{}-{name}", self.acl.key), "rule", |k| {
            self.model.acl_rules.iter().any(|r| r.key.as_str() == k)
                || self.made.iter().any(|(_, made)| made.as_str() == k)
        });
        let ports = (first.to_string(), last.to_string());
        let mut wanted = NetworkAclRule {
            name: name.clone(),
            direction,
            protocol: need.rule_protocol(),
            source: source.to_owned(),
            destination: destination.to_owned(),
            ..NetworkAclRule::default()
        };
        if direction == Direction::Inbound {
            (wanted.destination_port_min, wanted.destination_port_max) = ports;
        } else {
            (wanted.source_port_min, wanted.source_port_max) = ports;
            if need.transport() == Transport::Tcp {
                wanted.destination_port_min = HIGH_PORTS.0.to_string();
                wanted.destination_port_max = HIGH_PORTS.1.to_string();
            }
        }
        // Those that were added before stand at or before the place.
        let to = self.place(traffic) + self.made.len();
        let new = Resource { key: key.clone(), wanted, ..Resource::default() };
        self.edits.push(Edit::Add(New::AclRule(self.acl.key.clone(), new)));
        self.edits.push(Edit::Move { rule: key.clone(), to });
        self.made.push((name, key));
    }

    /// The last place among the rules at which some of this traffic is left.
    fn place(&self, traffic: Traffic) -> usize {
        let mut rest = vec![traffic.piece];
        for (at, rule) in self.rules().enumerate() {
            let Some(cut) = piece_of(rule).filter(|_| traffic.fits(rule)) else { continue };
            for piece in std::mem::take(&mut rest) {
                match common(&piece, &cut) {
                    Some(_) => without(piece, &cut, &mut rest),
                    None => rest.push(piece),
                }
            }
            if rest.is_empty() || rest.len() > PIECES {
                return at;
            }
        }
        self.acl.rules.len()
    }
}
