//! Two objects of one name where a name is unique.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{NAME_MAX, Region, source};
use crate::edit::{Choice, Edit};
use crate::model::{
    Acl, Address, Form, Gateway, Group, Ix, Model, Name, Placed, ReservedIp, Said, Subnet, Vpc,
};
use crate::plan::{Field, How, Place};
use std::collections::{HashMap, HashSet};

/// `name-taken`.
pub(super) static RULE: Rule = Rule {
    code: "name-taken",
    severity: Severity::Error,
    summary: "Two things have one name where names are unique",
    explanation: "A VPC's name is unique in its region; the names of subnets, network ACLs, security groups, address \
                  prefixes and gateways each in their VPC; a rule's in its group or ACL; a reserved IP's in its subnet. IBM Cloud refuses \
                  the second, and scripts that look things up by name would find two.",
    source: source::API,
    check,
};

/// Where a name is unique, and among what.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Scope {
    Vpcs(&'static Region),
    Prefixes(Ix<Vpc>),
    Subnets(Ix<Vpc>),
    ReservedIps(Ix<Subnet>),
    Groups(Ix<Vpc>),
    Acls(Ix<Vpc>),
    AclRules(Ix<Acl>),
    Rules(Ix<Group>),
    Gateways(Ix<Vpc>),
    DnsBindings(Ix<Vpc>),
    ResourceBindings(Ix<Gateway>),
}

/// Something with a name.
#[derive(Clone, Copy)]
struct Named<'m> {
    scope: Scope,
    name: &'m str,
    object: &'m dyn Placed,
    new: bool,
}

fn check(model: &Model, out: &mut Findings) {
    let mut seen: HashMap<(Scope, &str), Named<'_>> = HashMap::new();
    let mut clashes = Vec::new();
    for named in all(model) {
        match seen.get(&(named.scope, named.name)) {
            Some(&first) => clashes.push((first, named)),
            None => {
                seen.insert((named.scope, named.name), named);
            }
        }
    }
    for (first, second) in clashes {
        let free = |name: &str| !seen.contains_key(&(second.scope, name));
        let fix = [second, first].into_iter().find(|n| n.new).map(|n| rename(n, free));
        out.report_with(
            vec![first.object.at(Field::Name), second.object.at(Field::Name)],
            format!("Two {} are called {}.", first.scope.among(model), first.name),
            "The name is unique there; IBM Cloud refuses the second.",
            fix,
        );
    }
    planned_ips(model, out);
}

/// Everything with a name that was said, in plan order by kind.
fn all<'m>(model: &'m Model) -> Vec<Named<'m>> {
    let mut all = Vec::new();
    let mut add = |scope: Option<Scope>, name: &'m Said<Name>, object: &'m dyn Placed, new: bool| {
        if let (Some(scope), Some(name)) = (scope, name.value()) {
            all.push(Named { scope, name: name.as_str(), object, new });
        }
    };
    for v in model.vpcs.iter() {
        add(v.region.get().map(Scope::Vpcs), &v.name, v, v.origin.is_new());
    }
    for p in model.prefixes.iter() {
        add(Some(Scope::Prefixes(p.vpc)), &p.name, p, p.origin.is_new());
    }
    for s in model.subnets.iter() {
        add(Some(Scope::Subnets(s.vpc)), &s.name, s, s.origin.is_new());
    }
    for r in model.reserved_ips.iter() {
        add(Some(Scope::ReservedIps(r.subnet)), &r.name, r, false);
    }
    for a in model.acls.iter() {
        add(Some(Scope::Acls(a.vpc)), &a.name, a, a.origin.is_new());
    }
    for r in model.acl_rules.iter() {
        add(Some(Scope::AclRules(r.acl)), &r.name, r, r.origin.is_new());
    }
    for g in model.groups.iter() {
        add(Some(Scope::Groups(g.vpc)), &g.name, g, g.origin.is_new());
    }
    for r in model.rules.iter() {
        add(Some(Scope::Rules(r.group)), &r.name, r, r.origin.is_new());
    }
    for g in model.gateways.iter() {
        add(g.vpc.map(Scope::Gateways), &g.name, g, g.origin.is_new());
    }
    for b in model.dns_bindings.iter() {
        add(Some(Scope::DnsBindings(b.vpc)), &b.name, b, b.origin.is_new());
    }
    for b in model.resource_bindings.iter() {
        add(Some(Scope::ResourceBindings(b.gateway)), &b.name, b, b.origin.is_new());
    }
    all
}

impl Scope {
    /// `subnets of prod-vpc`.
    fn among(self, model: &Model) -> String {
        let vpc = |ix: Ix<Vpc>| &model.vpcs[ix].label;
        match self {
            Self::Vpcs(region) => format!("VPCs of {region}"),
            Self::Prefixes(ix) => format!("address prefixes of {}", vpc(ix)),
            Self::Subnets(ix) => format!("subnets of {}", vpc(ix)),
            Self::ReservedIps(ix) => format!("reserved IPs of {}", model.subnets[ix].label),
            Self::Groups(ix) => format!("security groups of {}", vpc(ix)),
            Self::Acls(ix) => format!("network ACLs of {}", vpc(ix)),
            Self::AclRules(ix) => format!("rules of {}", model.acls[ix].label),
            Self::Rules(ix) => format!("rules of {}", model.groups[ix].label),
            Self::Gateways(ix) => format!("gateways of {}", vpc(ix)),
            Self::DnsBindings(ix) => format!("DNS resolution bindings of {}", vpc(ix)),
            Self::ResourceBindings(ix) => format!("resource bindings of {}", model.gateways[ix].label),
        }
    }
}

/// Numbers the name, cut to fit.
fn rename(named: Named<'_>, free: impl Fn(&str) -> bool) -> Fix {
    let mut n: u32 = 2;
    let name = loop {
        let suffix = format!("-{n}");
        let base = &named.name[..named.name.len().min(NAME_MAX - 1 - suffix.len())];
        let name = format!("{base}{suffix}");
        if free(&name) {
            break name;
        }
        n += 1;
    };
    Fix::choice(format!("Rename one to {name}"), Edit::text(named.object.object(), Field::Name, name))
}

/// Names of the reserved IPs that gateways get, which follow from the gateways.
fn planned_ips(model: &Model, out: &mut Findings) {
    let mut seen: HashMap<(Ix<Subnet>, &str), Ix<Address>> = HashMap::new();
    let mut told: HashSet<(Ix<Gateway>, Ix<Gateway>)> = HashSet::new();
    let existing: HashMap<(Ix<Subnet>, &str), &ReservedIp> =
        model.reserved_ips.iter().filter_map(|r| Some(((r.subnet, r.name.value()?.as_str()), r))).collect();
    for (ix, address) in model.addresses.enumerate() {
        let (Some(subnet), Some(name)) = (address.subnet, &address.ip_name) else { continue };
        if let Some(ip) = existing.get(&(subnet, name.as_str())) {
            existing_ip(model, address, ip, name, out);
        }
        let first = &model.addresses[*seen.entry((subnet, name.as_str())).or_insert(ix)];
        let (a, b) = (&model.gateways[first.gateway], &model.gateways[address.gateway]);
        // One gateway's own addresses clash by their zone, and gateways of one name
        // by that name, which is told above.
        let same_cause = first.gateway == address.gateway
            || a.vpc == b.vpc && a.name == b.name && a.ip_prefix == b.ip_prefix;
        if same_cause || !told.insert((first.gateway, address.gateway)) {
            continue;
        }
        out.report_with(
            vec![prefix_field(a), prefix_field(b)],
            format!("{} and {} both name their reserved IP {name}.", a.label, b.label),
            format!(
                "A reserved IP's name is unique in its subnet, here {}; IBM Cloud refuses the second.",
                model.subnets[subnet].label
            ),
            by_own_name(b).or_else(|| by_own_name(a)),
        );
    }
}

/// Where the beginning of a gateway's reserved IP names is said.
fn prefix_field(gateway: &Gateway) -> Place {
    gateway.at(if gateway.ip_prefix.is_empty() { Field::Name } else { Field::IpPrefix })
}

fn by_own_name(gateway: &Gateway) -> Option<Fix> {
    let name = gateway.name.value()?.as_str();
    if gateway.ip_prefix.is_empty() || gateway.ip_prefix == name {
        return None;
    }
    let edit = Edit::text(gateway.object(), Field::IpPrefix, "");
    Some(Fix::choice(format!("Name those of {name} after it"), edit))
}

/// A reserved IP of the same name is there, most likely from an earlier run.
fn existing_ip(model: &Model, address: &Address, ip: &ReservedIp, name: &Name, out: &mut Findings) {
    if let (Form::Given(Said::Value(given)), Some(has)) = (&address.form, ip.address.get())
        && *given == has
    {
        // The address is taken, too, and told so.
        return;
    }
    let bind = Edit::All {
        label: format!("bind {name}"),
        edits: vec![
            Edit::choose(address.object(), Choice::How(How::Existing)),
            Edit::choose(address.object(), Choice::ReservedIp(ip.key.clone())),
        ],
    };
    let subnet = &model.subnets[ip.subnet].label;
    out.report_with(
        vec![ip.at(Field::Name), address.at(Field::How)],
        format!("{subnet} has a reserved IP called {name} already."),
        format!(
            "The one for {} would be called so, too, and is refused.",
            model.gateways[address.gateway].label
        ),
        Some(Fix::choice(format!("Bind the existing {name}"), bind)),
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::plan::Plan;

    fn named(object: crate::plan::Object, name: &str) -> Edit {
        Edit::text(object, Field::Name, name)
    }

    /// The plan is clean with either of two objects under another name.
    fn clash(base: &Plan, edits: &[Edit], first: crate::plan::Object, second: crate::plan::Object) -> String {
        let finding = relates(
            base,
            "name-taken",
            edits,
            &[named(first.clone(), "other")],
            &[named(second.clone(), "other")],
        );
        assert_eq!(finding.places, [first.at(Field::Name), second.at(Field::Name)]);
        finding.title
    }

    #[test]
    fn each_kind_has_its_scope() {
        let two = two_gateways();
        let gateways = clash(&two, &[named(gateway("cos"), "payments-kms")], gateway("kms"), gateway("cos"));
        assert_eq!(gateways, "Two gateways of prod-vpc are called payments-kms.");
        let subnets = clash(&clean(), &[named(subnet("vpe-2"), "vpe-1")], subnet("vpe-1"), subnet("vpe-2"));
        assert_eq!(subnets, "Two subnets of prod-vpc are called vpe-1.");
        let rules = [add_rule("clients", "second", "8443", "10.240.0.0/16"), named(rule("second"), "https")];
        assert_eq!(
            clash(&clean(), &rules, rule("https"), rule("second")),
            "Two rules of vpe-clients are called https."
        );
        let vpcs = clash(&two_vpcs(), &[named(vpc("dr"), "prod-vpc")], vpc("prod"), vpc("dr"));
        assert_eq!(vpcs, "Two VPCs of us-south are called prod-vpc.");
        let ips = [add_reserved_ip("vpe-1", "a", "10.240.8.9"), add_reserved_ip("vpe-1", "b", "")];
        clash(&edited(&clean(), &ips), &[named(reserved_ip("b"), "a")], reserved_ip("a"), reserved_ip("b"));
    }

    #[test]
    fn a_name_may_be_used_again_elsewhere() {
        let base = two_vpcs();
        silent_on(
            &base,
            "name-taken",
            &[named(subnet("dr-1"), "vpe-1"), named(group("dr-clients"), "vpe-clients")],
        );
        silent_on(
            &base,
            "name-taken",
            &[named(vpc("dr"), "prod-vpc"), Edit::text(vpc("dr"), Field::Region, "eu-de")],
        );
    }

    #[test]
    fn a_new_thing_is_renamed_and_never_an_existing_one() {
        let finding = triggers("name-taken", &[exists(subnet("vpe-2")), named(subnet("vpe-2"), "vpe-1")]);
        assert_eq!(finding.fix.unwrap().edit, named(subnet("vpe-1"), "vpe-1-2"));
    }

    #[test]
    fn planned_reserved_ips_of_two_gateways_are_one_finding() {
        let prefix = |k, text| Edit::text(gateway(k), Field::IpPrefix, text);
        let finding = relates(
            &two_gateways(),
            "name-taken",
            &[prefix("kms", "pay"), prefix("cos", "pay")],
            &[prefix("kms", "")],
            &[prefix("cos", "")],
        );
        assert_eq!(
            finding.title,
            "payments-kms and payments-cos both name their reserved IP pay-us-south-1."
        );
        assert_eq!(finding.fix.unwrap().title, "Name those of payments-cos after it");
    }

    #[test]
    fn a_reserved_ip_of_the_planned_name_is_bound() {
        let add = add_reserved_ip("vpe-3", "payments-kms-us-south-3", "10.240.136.9");
        let finding = triggers("name-taken", &[add]);
        assert_eq!(finding.title, "vpe-3 has a reserved IP called payments-kms-us-south-3 already.");
    }
}
