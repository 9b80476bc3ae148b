//! The flags of `endpoint-gateway-create`, which the script and the excerpt
//! spell alike but for their references.

use crate::catalog::DNS_MODE;
use crate::export::Tool;
use crate::export::shell::{Arg, Vars, arg, variable, word};
use crate::export::text::json;
use crate::export::words::{dns_mode, dns_shared, has, target_kind};
use crate::model::Aims;
use crate::plan::{DnsMode, Field, Object};
use crate::steps::{Address, From, Gateway, Known, Thing};
use std::rc::Rc;

/// How references are spelled.
#[derive(Clone, Copy)]
pub(super) enum Spell<'v> {
    /// By the variables that hold ids.
    Ids(&'v Vars<'v>),
    /// By name, or by id where that is known: what the plug-in resolves itself.
    Names,
}

impl Spell<'_> {
    /// One thing, as a word of bash.
    pub(super) fn thing(self, thing: &Thing) -> String {
        match self {
            Self::Ids(vars) => vars.id(thing),
            Self::Names => word(name(thing)),
        }
    }

    fn things<'t>(self, things: impl IntoIterator<Item = &'t Thing>) -> String {
        match self {
            Self::Ids(vars) => vars.ids(things),
            Self::Names => word(&things.into_iter().map(name).collect::<Vec<_>>().join(",")),
        }
    }
}

fn name(thing: &Thing) -> &str {
    match &thing.known {
        Known::Id(id) => id,
        Known::Made | Known::Name => &thing.name,
    }
}

/// What the command takes along, for its title.
pub(super) fn along(gateway: &Gateway) -> &'static str {
    let new = gateway.addresses.iter().filter(|a| a.existing().is_none()).count();
    match (new, gateway.addresses.len()) {
        (0, 0) => "",
        (new, all) if new == all => " with its addresses",
        (0, _) => " with its addresses, which exist",
        (_, _) => " with its new addresses",
    }
}

/// The flags, but for those of [`new_ips`]. Existing reserved IPs are in it where none is
/// new: one command never takes both.
pub(super) fn flags(gateway: &Gateway, spell: Spell<'_>, targets: &Aims) -> Vec<Arg> {
    let object = Object::Gateway(gateway.thing.key.clone());
    let at = |field| object.clone().at(field);
    let target_field = if gateway.target.starts_with("crn:") { Field::Crn } else { Field::TargetName };
    let mut args = vec![
        arg(format!("--name {}", word(&gateway.thing.name)), at(Field::Name)),
        arg(format!("--vpc {}", spell.thing(&gateway.vpc)), at(Field::Vpc)),
        arg(format!("--target-type {}", target_kind(gateway.target_kind)), at(Field::TargetKind)),
        arg(format!("--target {}", word(&gateway.target)), at(target_field)),
    ];
    let new = gateway.addresses.iter().any(|a| a.existing().is_none());
    if !new && !gateway.addresses.is_empty() {
        args.push(rip(&gateway.addresses, spell));
    }
    if !gateway.groups.is_empty() {
        let groups = spell.things(gateway.groups.iter().map(AsRef::as_ref));
        args.push(arg(format!("--sg {groups}"), at(Field::SecurityGroups)));
    }
    args.push(arg(dns(gateway.dns, targets), at(Field::Dns)));
    args
}

/// The flag for the DNS mode.
pub(super) fn dns(mode: DnsMode, targets: &Aims) -> String {
    if has(targets, Tool::Cli, &DNS_MODE) {
        format!("--dns-resolution-binding-mode {}", dns_mode(mode))
    } else {
        format!("--allow-dns-resolution-binding {}", dns_shared(mode))
    }
}

/// The flag that takes existing reserved IPs along. It takes several ids, or one name
/// with its subnet.
fn rip(addresses: &[Rc<Address>], spell: Spell<'_>) -> Arg {
    let ips = || addresses.iter().filter_map(|a| a.existing().map(|ip| (a, ip)));
    let place = addresses.first().map(|a| a.object.clone().at(Field::ReservedIp));
    match spell {
        Spell::Ids(vars) => arg(format!("--rip {}", vars.ids(ips().map(|(_, ip)| ip.as_ref()))), place),
        Spell::Names if addresses.len() == 1 => {
            let each = ips().map(|(a, ip)| rip_by_name(ip, &a.subnet));
            arg(each.collect::<String>(), place)
        }
        Spell::Names => {
            let id = |ip: &Thing| match &ip.known {
                Known::Id(id) => word(id),
                Known::Made | Known::Name => format!("\"${}\"", variable(ip)),
            };
            let ids: Vec<_> = ips().map(|(_, ip)| id(ip)).collect();
            arg(format!("--rip {}", ids.join(",")), place)
        }
    }
}

/// One reserved IP by its id, or by name, which needs the subnet.
pub(super) fn rip_by_name(ip: &Thing, subnet: &Thing) -> String {
    match &ip.known {
        Known::Id(id) => format!("--rip {}", word(id)),
        Known::Made | Known::Name => {
            format!("--rip {} --subnet {}", word(&ip.name), Spell::Names.thing(subnet))
        }
    }
}

/// The flags that reserve the new addresses, with names for subnets, over several lines
/// each.
pub(super) fn new_ips(gateway: &Gateway) -> Vec<Arg> {
    gateway.addresses.iter().flat_map(|address| new_ip(address)).collect()
}

fn new_ip(address: &Address) -> Vec<Arg> {
    let From::New { name, address: given, auto_delete } = &address.from else { return Vec::new() };
    let at = |field| address.object.clone().at(field);
    let subnet = match &address.subnet.known {
        Known::Id(id) => format!("{{\"id\":{}}}", quoted(id)),
        Known::Made | Known::Name => format!("{{\"name\":{}}}", quoted(&address.subnet.name)),
    };
    // One word over several lines: in quotes line feeds stand for themselves, and JSON
    // takes them as blanks.
    let open = |text: String, place| Arg { open: true, ..arg(text, place) };
    let mut args = vec![
        open(format!("--new-reserved-ip '{{\"subnet\": {subnet},"), at(Field::Subnet)),
        open(format!("  \"name\": {},", quoted(name)), at(Field::Zone)),
    ];
    if let Some(given) = given {
        args.push(open(format!("  \"address\": {},", quoted(given)), at(Field::Address)));
    }
    args.push(arg(format!("  \"auto_delete\": {auto_delete}}}'"), None));
    args
}

/// A text as JSON inside single quotes of bash.
fn quoted(text: &str) -> String {
    json(text).replace('\'', "'\\''")
}
