//! What a script made, as an edit: what is new in the plan becomes what exists
//! and Terraform takes over.

use super::made_lines::{self, Line, MadeError};
use crate::edit::{Choice, Edit, New};
use crate::plan::{
    Field, How, Key, Object, On, Origin, OriginKind, Plan, ReservedIp, ZoneAddress, address_segment,
};
use std::collections::{HashMap, HashSet};

/// What the lines of a script come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The change, one step.
    pub edit: Edit,
    /// What becomes existing, with its id, in the order of the lines.
    pub adopted: Vec<(Object, String)>,
    /// What exists in the plan already and gets the id that it lacked. It is only
    /// referred to, as before.
    pub identified: Vec<(Object, String)>,
    /// How many things of the lines the plan has already as the lines tell them.
    pub unchanged: usize,
    /// How many things are new in the plan and stay so, because no line tells of them.
    pub still_new: usize,
}

/// What a place of the plan says.
enum Says<'p> {
    Thing(&'p Origin),
    ReservedIp(&'p ReservedIp),
    Address(&'p ZoneAddress),
}

/// The places that a script can tell of, by their paths.
type Places<'p> = HashMap<String, (Object, Says<'p>)>;

/// Reads the lines that a script printed of what it made for this plan.
///
/// # Errors
/// [`MadeError`]: a line that is none, a place that the plan does not have, an id
/// that contradicts the plan or another line. It is all or nothing.
pub fn adopt_made(plan: &Plan, text: &str) -> Result<Made, MadeError> {
    let lines = made_lines::lines(text)?;
    let places = places(plan);
    unknown(&lines, &places)?;
    let lines = once(&lines)?;
    let mut adopting = Adopting::of(plan);
    for line in lines {
        if let Some((object, says)) = places.get(&line.place) {
            adopting.take(line, object, says)?;
        }
    }
    let new = places.values().filter(|(_, says)| match says {
        Says::Thing(origin) => origin.kind == OriginKind::New,
        Says::ReservedIp(_) => false,
        Says::Address(entry) => matches!(entry.how, How::Chosen | How::Given),
    });
    let still_new = new.count() - adopting.adopted.len();
    let Adopting { edits, adopted, identified, unchanged, .. } = adopting;
    let label = "adopt what a script made".to_owned();
    Ok(Made { edit: Edit::All { label, edits }, adopted, identified, unchanged, still_new })
}

fn places(plan: &Plan) -> Places<'_> {
    let mut places = Places::new();
    let mut add = |object: Object, says| places.insert(object.clone().place().path(plan), (object, says));
    for vpc in &plan.vpcs {
        add(Object::Vpc(vpc.key.clone()), Says::Thing(&vpc.origin));
    }
    for (_, binding) in plan.dns_bindings() {
        add(Object::DnsBinding(binding.key.clone()), Says::Thing(&binding.origin));
    }
    for (_, binding) in plan.resource_bindings() {
        add(Object::ResourceBinding(binding.key.clone()), Says::Thing(&binding.origin));
    }
    for (_, prefix) in plan.prefixes() {
        add(Object::Prefix(prefix.key.clone()), Says::Thing(&prefix.origin));
    }
    for (_, acl) in plan.acls() {
        add(Object::Acl(acl.key.clone()), Says::Thing(&acl.origin));
    }
    for (_, rule) in plan.acl_rules() {
        add(Object::AclRule(rule.key.clone()), Says::Thing(&rule.origin));
    }
    for (_, subnet) in plan.subnets() {
        add(Object::Subnet(subnet.key.clone()), Says::Thing(&subnet.origin));
    }
    for (_, ip) in plan.reserved_ips() {
        add(Object::ReservedIp(ip.key.clone()), Says::ReservedIp(ip));
    }
    for (_, group) in plan.groups() {
        add(Object::Group(group.key.clone()), Says::Thing(&group.origin));
    }
    for (_, rule) in plan.rules() {
        add(Object::Rule(rule.key.clone()), Says::Thing(&rule.origin));
    }
    for policy in &plan.policies {
        add(Object::Policy(policy.key.clone()), Says::Thing(&policy.origin));
    }
    for gateway in &plan.gateways {
        add(Object::Gateway(gateway.key.clone()), Says::Thing(&gateway.origin));
    }
    for gateway in &plan.gateways {
        let addresses = &gateway.wanted.addresses;
        let zones: Vec<&str> = addresses.iter().map(|a| a.zone.as_str()).collect();
        for (i, entry) in addresses.iter().enumerate() {
            // As its path, without looking the gateway up again.
            let path = format!("gateways/{}/addresses/{}", gateway.key, address_segment(&zones, i));
            places.insert(path, (Object::Address(gateway.key.clone(), i), Says::Address(entry)));
        }
    }
    places
}

/// Names the places that the plan does not have.
fn unknown(lines: &[Line], places: &Places<'_>) -> Result<(), MadeError> {
    const MOST: usize = 5;
    let unknown: Vec<&Line> = lines.iter().filter(|l| !places.contains_key(&l.place)).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let mut told: Vec<String> =
        unknown.iter().take(MOST).map(|l| format!("{:?} (line {})", l.place, l.number)).collect();
    if unknown.len() > MOST {
        told.push(format!("{} more", unknown.len() - MOST));
    }
    Err(MadeError::Unknown { places: told.join(", ") })
}

/// Each place once.
fn once(lines: &[Line]) -> Result<Vec<&Line>, MadeError> {
    let mut by_place = HashMap::new();
    let mut all = Vec::new();
    for line in lines {
        let place = by_place.entry(line.place.as_str()).or_insert(line);
        if place.id != line.id {
            let problem = format!("{} has the ID {} in line {}", line.place, place.id, place.number);
            return Err(MadeError::line(line.number, problem));
        }
        if place.number == line.number {
            all.push(line);
        }
    }
    Ok(all)
}

/// The edit under construction.
struct Adopting<'p> {
    /// What has which id, and the line that says so.
    ids: HashMap<String, (Object, usize)>,
    /// Existing reserved IPs by key.
    ips: HashMap<&'p str, &'p ReservedIp>,
    /// Keys of subnets.
    subnets: HashSet<&'p str>,
    /// Keys of reserved IPs that are made here.
    keys: HashSet<String>,
    edits: Vec<Edit>,
    adopted: Vec<(Object, String)>,
    identified: Vec<(Object, String)>,
    unchanged: usize,
}

impl<'p> Adopting<'p> {
    fn of(plan: &'p Plan) -> Self {
        Self {
            ids: HashMap::new(),
            ips: plan.reserved_ips().map(|(_, ip)| (ip.key.as_str(), ip)).collect(),
            subnets: plan.subnets().map(|(_, subnet)| subnet.key.as_str()).collect(),
            keys: HashSet::new(),
            edits: Vec::new(),
            adopted: Vec::new(),
            identified: Vec::new(),
            unchanged: 0,
        }
    }

    /// Whether a line is the first to tell the id of something. An id is that of
    /// one thing only.
    fn first(&mut self, line: &Line, object: &Object) -> Result<bool, MadeError> {
        match self.ids.get(&line.id) {
            None => {
                self.ids.insert(line.id.clone(), (object.clone(), line.number));
                Ok(true)
            }
            Some((other, _)) if other == object => Ok(false),
            Some((_, number)) => {
                let problem = format!("the ID {} is that of something else in line {number}", line.id);
                Err(MadeError::line(line.number, problem))
            }
        }
    }

    fn take(&mut self, line: &Line, object: &Object, says: &Says<'_>) -> Result<(), MadeError> {
        match says {
            Says::Thing(origin) if origin.kind == OriginKind::New => {
                self.first(line, object)?;
                self.edits.push(Edit::choose(object.clone(), Choice::On(On::Adopt)));
                self.edits.push(Edit::text(object.clone(), Field::Id, &*line.id));
                self.adopted.push((object.clone(), line.id.clone()));
                Ok(())
            }
            Says::Thing(origin) => self.exists(line, object.clone(), &origin.id),
            Says::ReservedIp(ip) => self.exists(line, object.clone(), &ip.id),
            Says::Address(entry) => match entry.how {
                How::Chosen => self.address(line, object, entry),
                How::Given if line.address.is_empty() || line.address == entry.address => {
                    self.address(line, object, entry)
                }
                How::Given => Err(MadeError::line(
                    line.number,
                    format!("the plan has the address {} there, not {}", entry.address, line.address),
                )),
                How::Existing => {
                    let Some(ip) = self.ips.get(entry.reserved_ip.as_str()) else {
                        let problem = format!("the plan has no reserved IP for {}", line.place);
                        return Err(MadeError::line(line.number, problem));
                    };
                    self.exists(line, Object::ReservedIp(ip.key.clone()), &ip.id)
                }
                How::None => {
                    Err(MadeError::line(line.number, format!("the plan has no address at {}", line.place)))
                }
            },
        }
    }

    /// Something that exists in the plan already must not be something else. Its
    /// id is what an import of something in it may need.
    fn exists(&mut self, line: &Line, object: Object, id: &str) -> Result<(), MadeError> {
        if !self.first(line, &object)? {
            return Ok(());
        }
        if id == line.id {
            self.unchanged += 1;
        } else if id.is_empty() {
            self.edits.push(Edit::text(object.clone(), Field::Id, &*line.id));
            self.identified.push((object, line.id.clone()));
        } else {
            let problem = format!("the plan has {} with the ID {id}, not {}", line.place, line.id);
            return Err(MadeError::line(line.number, problem));
        }
        Ok(())
    }

    /// A new address becomes a reserved IP of its subnet.
    fn address(&mut self, line: &Line, object: &Object, entry: &ZoneAddress) -> Result<(), MadeError> {
        if !self.subnets.contains(entry.subnet.as_str()) {
            let problem = format!("the plan has no subnet for {}", line.place);
            return Err(MadeError::line(line.number, problem));
        }
        let Object::Address(gateway, _) = object else { return Ok(()) };
        self.first(line, object)?;
        let taken = |key: &str| self.keys.contains(key) || self.ips.contains_key(key);
        let key = Key::make(&format!("{gateway}-{}", entry.zone), "reserved-ip", taken);
        self.keys.insert(key.to_string());
        let ip = ReservedIp {
            key: key.clone(),
            name: line.name.clone(),
            id: line.id.clone(),
            address: line.address.clone(),
            on: On::Adopt,
        };
        self.edits.push(Edit::Add(New::ReservedIp(entry.subnet.clone(), ip)));
        self.edits.push(Edit::choose(object.clone(), Choice::How(How::Existing)));
        self.edits.push(Edit::choose(object.clone(), Choice::ReservedIp(key)));
        self.adopted.push((object.clone(), line.id.clone()));
        Ok(())
    }
}
