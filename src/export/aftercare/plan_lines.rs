//! The plan as lines of JSON, for the programs of the scripts.

use crate::export::Tool;
use crate::export::shell::Vars;
use crate::export::text::{Text, json};
use crate::export::words::{action, direction, dns_mode, protocol};
use crate::model::Aims;
use crate::plan::{Field, Place};
use crate::steps::{Alter, From, Hub, Kind, Known, Ref, Remote, Run, Side, Step, Thing};

/// The function that prints what a run makes and what it refers to: a line each, in the
/// order of creation, with the name of create.sh's variable where others refer to it.
/// JSON stands in a quoted text, in which bash finds nothing to replace and which it ends
/// at a line that no JSON is.
pub(super) fn plan(run: &Run, targets: &Aims, tool: Tool) -> Text {
    let vars = Vars::of(run);
    let mut out = Text::default();
    out.comment("What the plan makes, and what it refers to: a line of JSON each.");
    out.line("plan() {");
    out.line("  cat <<'PLAN'");
    for step in &run.steps {
        if let Some((place, entry)) = entry(run, step, &vars, targets, tool) {
            out.at(place, format!("{{{}}}", entry.0.join(", ")));
        }
    }
    out.line("PLAN");
    out.line("}");
    out
}

/// The keys and values of a line.
struct Entry(Vec<String>);

impl Entry {
    fn new(kind: &str) -> Self {
        Self(vec![format!("\"kind\": \"{kind}\"")])
    }

    fn text(self, key: &str, text: &str) -> Self {
        self.raw(key, &json(text))
    }

    fn raw(mut self, key: &str, value: &str) -> Self {
        self.0.push(format!("\"{key}\": {value}"));
        self
    }

    fn maybe(self, key: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(key, text),
            None => self,
        }
    }

    fn ports(self, key: &str, side: &Side) -> Self {
        match &side.ports {
            Some((min, max)) => self.text(&format!("{key}_min"), min).text(&format!("{key}_max"), max),
            None => self,
        }
    }

    fn list<'t>(self, key: &str, texts: impl Iterator<Item = &'t str>) -> Self {
        let texts: Vec<_> = texts.map(json).collect();
        self.raw(key, &format!("[{}]", texts.join(", ")))
    }

    /// What others refer to, with its name.
    fn thing(self, vars: &Vars<'_>, thing: &Thing) -> Self {
        let id = if let Known::Id(id) = &thing.known { Some(id.as_str()) } else { None };
        let name = Some(thing.name.as_str()).filter(|name| !name.is_empty() || id.is_none());
        let entry = self.text("ref", vars.name(thing)).maybe("name", name).maybe("id", id);
        if thing.exists() { entry.raw("exists", "true") } else { entry }
    }

    fn hub(self, vars: &Vars<'_>, hub: &Hub) -> Self {
        match hub {
            Hub::Vpc(hub) => self.refer("hub", vars, Some(hub)),
            Hub::Crn(crn) => self.text("hub_crn", crn),
        }
    }

    fn refer(self, key: &str, vars: &Vars<'_>, to: Option<&Ref>) -> Self {
        self.maybe(key, to.map(|to| vars.name(to)))
    }
}

/// The line of a step; none where another step's line says all.
fn entry(run: &Run, step: &Step, vars: &Vars<'_>, targets: &Aims, tool: Tool) -> Option<(Place, Entry)> {
    let named = step.object().at(Field::Name);
    let entry = match step {
        Step::LookUp(s) => {
            let (kind, within) = match s.thing.kind {
                Kind::ResourceGroup => ("resource_group", ""),
                Kind::Vpc => ("vpc", ""),
                Kind::Acl => ("network_acl", "vpc"),
                Kind::AclRule => ("network_acl_rule", "acl"),
                Kind::Subnet => ("subnet", "vpc"),
                Kind::Group => ("security_group", "vpc"),
                Kind::Gateway => ("gateway", "vpc"),
                Kind::ReservedIp => ("reserved_ip", "subnet"),
            };
            let entry = Entry::new(kind).thing(vars, &s.thing).refer(within, vars, s.within.as_ref());
            let entry = match s.thing.kind {
                // It is found among those of its ACL, and that in its VPC.
                Kind::AclRule => entry.refer("vpc", vars, vpc_of(run, s.within.as_ref())),
                _ => entry,
            };
            return Some((s.place.clone(), entry));
        }
        Step::Vpc(s) => {
            let hub = if s.enable_hub { "true" } else { "false" };
            let entry = Entry::new("vpc").thing(vars, &s.thing);
            entry.refer("resource_group", vars, s.resource_group.as_ref()).raw("enable_hub", hub)
        }
        Step::Prefix(s) => Entry::new("address_prefix")
            .refer("vpc", vars, Some(&s.vpc))
            .text("name", &s.name)
            .text("zone", &s.zone)
            .text("cidr", &s.cidr),
        Step::Acl(s) => Entry::new("network_acl")
            .thing(vars, &s.thing)
            .refer("vpc", vars, Some(&s.vpc))
            .refer("resource_group", vars, s.resource_group.as_ref()),
        Step::AclRule(s) => Entry::new("network_acl_rule")
            .thing(vars, &s.thing)
            .refer("vpc", vars, Some(&s.vpc))
            .refer("acl", vars, Some(&s.acl))
            .refer("before", vars, s.before.as_ref())
            .text("action", action(s.action))
            .text("direction", direction(s.direction))
            .text("protocol", protocol(s.protocol, targets, tool))
            .text("source", &s.source.text)
            .text("destination", &s.destination.text)
            .ports("source_port", &s.source)
            .ports("destination_port", &s.destination),
        Step::Subnet(s) => Entry::new("subnet")
            .thing(vars, &s.thing)
            .refer("vpc", vars, Some(&s.vpc))
            .text("zone", &s.zone)
            .text("cidr", &s.cidr)
            .refer("resource_group", vars, s.resource_group.as_ref())
            .refer("acl", vars, s.acl.as_ref()),
        Step::Group(s) => Entry::new("security_group")
            .thing(vars, &s.thing)
            .refer("vpc", vars, Some(&s.vpc))
            .refer("resource_group", vars, s.resource_group.as_ref()),
        Step::Rule(s) => {
            let entry = Entry::new("rule")
                .refer("vpc", vars, Some(&s.vpc))
                .refer("group", vars, Some(&s.group))
                .maybe("name", Some(s.name.as_str()).filter(|n| !n.is_empty()))
                .text("direction", direction(s.direction))
                .text("protocol", protocol(s.protocol, targets, tool));
            let entry = match &s.remote {
                Remote::Address(text) | Remote::Block(text) => entry.text("remote", text),
                Remote::Group(group) => entry.refer("remote_group", vars, Some(group)),
            };
            let (min, max) = s.ports.as_ref().map(|(min, max)| (min.as_str(), max.as_str())).unzip();
            entry.maybe("port_min", min).maybe("port_max", max)
        }
        Step::Gateway(s) => Entry::new("gateway")
            .thing(vars, &s.thing)
            .refer("vpc", vars, Some(&s.vpc))
            .text("target", &s.target)
            .text("dns", dns_mode(s.dns))
            .list("security_groups", s.groups.iter().map(|g| vars.name(g)))
            .refer("resource_group", vars, s.resource_group.as_ref()),
        Step::DnsBinding(s) => {
            let entry = Entry::new("dns_resolution_binding").refer("vpc", vars, Some(&s.vpc));
            entry.text("name", &s.name).hub(vars, &s.hub)
        }
        Step::ResourceBinding(s) => Entry::new("resource_binding")
            .refer("vpc", vars, Some(&s.vpc))
            .refer("bound_to", vars, Some(&s.gateway))
            .text("name", &s.name)
            .text("target", &s.target),
        Step::Resolver(s) => Entry::new("resolver").refer("vpc", vars, Some(&s.vpc)).hub(vars, &s.hub),
        // What Terraform takes over exists: its look-up says all that the scripts need.
        Step::Adopt(_) => return None,
        Step::ReservedIp(s) => {
            let From::New { name, address, auto_delete } = &s.address.from else { return None };
            Entry::new("address")
                .refer("gateway", vars, Some(&s.gateway))
                .maybe("zone", zone(&s.address.slot))
                .refer("subnet", vars, Some(&s.address.subnet))
                .text("name", name)
                .maybe("address", address.as_deref())
                .raw("auto_delete", if *auto_delete { "true" } else { "false" })
        }
        // A new address is bound where it is reserved.
        Step::Binding(s) => Entry::new("binding")
            .refer("gateway", vars, Some(&s.gateway))
            .maybe("zone", zone(&s.address.slot))
            .refer("subnet", vars, Some(&s.address.subnet))
            .refer("reserved_ip", vars, Some(s.address.existing()?)),
        Step::Change(s) => {
            let entry = Entry::new("change").refer("gateway", vars, Some(&s.gateway));
            let entry = match &s.alter {
                // It is found by its ID, and its name is compared where it is.
                Alter::Name(_) => return None,
                Alter::Dns { to, .. } => entry.text("what", "dns").text("value", dns_mode(*to)),
                Alter::Attach(group) => entry.text("what", "attach").refer("attach", vars, Some(group)),
                Alter::Detach(group) => {
                    entry.text("what", "detach").text("value", &group.id).text("text", &group.name)
                }
                Alter::Unbind(ip) => {
                    entry.text("what", "unbind").text("value", &ip.id).text("text", &ip.address)
                }
            };
            return Some((s.place.clone(), entry));
        }
        Step::Tags(s) => Entry::new("tags")
            .refer("gateway", vars, Some(&s.gateway))
            .text("tag_type", s.kind.word())
            .list("tags", s.tags.iter().map(String::as_str)),
        Step::Policy(s) => Entry::new("policy")
            .text("source_account", &s.source_account)
            .text("target_account", &s.target_account)
            .text("service", &s.service)
            .maybe("instance", Some(s.instance.as_str()).filter(|text| !text.is_empty())),
    };
    Some((named, entry))
}

/// The VPC of something that exists or is made.
fn vpc_of<'r>(run: &'r Run, thing: Option<&Ref>) -> Option<&'r Ref> {
    let thing = thing?;
    let is_it = |other: &Ref| other.kind == thing.kind && other.key == thing.key;
    run.steps.iter().find_map(|step| match step {
        Step::LookUp(s) if is_it(&s.thing) => s.within.as_ref(),
        step if step.made().is_some_and(is_it) => step.vpc(),
        _ => None,
    })
}

/// The zone of a slot: it has a number from the second of one zone on, and is a number
/// where no zone is said.
fn zone(slot: &str) -> Option<&str> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let zone = slot.rsplit_once('~').filter(|(_, number)| is_number(number)).map_or(slot, |(zone, _)| zone);
    Some(zone).filter(|zone| !is_number(zone))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_slot_has_a_zone_unless_it_is_a_number() {
        for (slot, expected) in [
            ("us-south-1", Some("us-south-1")),
            ("us-south-1~2", Some("us-south-1")),
            ("0", None),
            ("a~b", Some("a~b")),
        ] {
            assert_eq!(super::zone(slot), expected, "{slot}");
        }
    }
}
