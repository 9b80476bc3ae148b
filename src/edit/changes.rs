//! What an edit of gateways comes to, before it is made: what a preview lists.

use crate::plan::{Field, Gateway, How, Key, Object, Plan, Resource, ZoneAddress};

/// A field of a gateway, or of one of its addresses, that differs between two plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The gateway or its address. One that is new is named as in the plan after.
    pub object: Object,
    /// What differs; `None` for a gateway that is new as a whole.
    pub field: Option<Field>,
    /// What it was, in a reader's words.
    pub from: String,
    /// What it becomes.
    pub to: String,
}

/// Compares the gateways of two plans, in the order of the one after: their names, VPCs,
/// targets, addresses, security groups, DNS modes and user tags, and gateways that are new.
pub fn changes(before: &Plan, after: &Plan) -> Vec<Change> {
    let mut found = Vec::new();
    let mut old = before.gateways.iter().peekable();
    for gateway in &after.gateways {
        // Edits keep the order of gateways and add new ones at the end.
        let known = match old.next_if(|o| o.key == gateway.key) {
            Some(known) => Some(known),
            None => before.gateway(&gateway.key),
        };
        match known {
            Some(known) => differences(before, after, known, gateway, &mut found),
            None => found.push(Change {
                object: Object::Gateway(gateway.key.clone()),
                field: None,
                from: String::new(),
                to: new_one(after, &gateway.wanted),
            }),
        }
    }
    found
}

fn differences(
    before: &Plan,
    after: &Plan,
    old: &Resource<Gateway>,
    new: &Resource<Gateway>,
    found: &mut Vec<Change>,
) {
    let (a, b) = (&old.wanted, &new.wanted);
    let mut add = |object: Object, field: Field, from: String, to: String| {
        if from != to {
            found.push(Change { object, field: Some(field), from, to });
        }
    };
    let gateway = || Object::Gateway(new.key.clone());
    add(gateway(), Field::Name, a.name.clone(), b.name.clone());
    add(gateway(), Field::Vpc, vpc(before, &a.vpc), vpc(after, &b.vpc));
    for i in 0..a.addresses.len().max(b.addresses.len()) {
        let of = |plan: &Plan, entries: &[ZoneAddress]| {
            entries.get(i).map_or_else(|| "no entry".to_owned(), |entry| address(plan, entry))
        };
        let object = Object::Address(new.key.clone(), i);
        add(object, Field::Address, of(before, &a.addresses), of(after, &b.addresses));
    }
    let groups = |plan: &Plan, of: &Gateway| {
        let labels = of.security_groups.iter().map(|k| plan.label(&Object::Group(k.clone())));
        list(&labels.collect::<Vec<_>>(), "the VPC's default group")
    };
    add(gateway(), Field::SecurityGroups, groups(before, a), groups(after, b));
    add(gateway(), Field::Dns, a.dns.label().to_owned(), b.dns.label().to_owned());
    add(gateway(), Field::Tags, list(&a.tags, "none"), list(&b.tags, "none"));
}

fn new_one(plan: &Plan, gateway: &Gateway) -> String {
    let target = &gateway.target;
    let reaches = [&target.crn, &target.name].into_iter().find(|t| !t.is_empty());
    let reaches = reaches.map_or("a service not chosen yet", String::as_str);
    format!("new in {}, to {reaches}", vpc(plan, &gateway.vpc))
}

fn vpc(plan: &Plan, key: &Key) -> String {
    if key.is_none() { "no VPC yet".to_owned() } else { plan.label(&Object::Vpc(key.clone())) }
}

/// An address in a reader's words, with the subnet that it is of where it is not given.
fn address(plan: &Plan, entry: &ZoneAddress) -> String {
    let subnet = plan.label(&Object::Subnet(entry.subnet.clone()));
    match entry.how {
        How::None => "none yet".to_owned(),
        How::Chosen if subnet.is_empty() => "chosen by IBM Cloud".to_owned(),
        How::Chosen => format!("chosen by IBM Cloud in {subnet}"),
        How::Given if entry.address.is_empty() => "not given yet".to_owned(),
        How::Given => entry.address.clone(),
        How::Existing => plan.label(&Object::ReservedIp(entry.reserved_ip.clone())),
    }
}

fn list(items: &[String], none: &str) -> String {
    if items.is_empty() { none.to_owned() } else { items.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Choice, Edit, New, apply, duplicate};
    use crate::plan::{DnsMode, read};

    fn key(text: &str) -> Key {
        Key::new(text).unwrap()
    }

    /// What an edit changes, as `place: from -> to`.
    fn told(edit: &Edit) -> Vec<String> {
        let plan = read(include_str!("../../tests/mistakes/plans/thirty.json")).unwrap();
        let after = apply(&plan, edit).unwrap();
        let line = |c: Change| {
            let place = crate::plan::Place { object: c.object, field: c.field };
            format!("{}: {} -> {}", place.path(&after), c.from, c.to)
        };
        changes(&plan, &after).into_iter().map(line).collect()
    }

    #[test]
    fn each_field_is_told_once_with_what_it_was() {
        let gateway = Object::Gateway(key("de-kms"));
        let at = Object::Address(key("de-kms"), 1);
        let edits = vec![
            Edit::text(gateway.clone(), Field::Name, "keys"),
            Edit::choose(gateway.clone(), Choice::Dns(DnsMode::Disabled)),
            Edit::choose(gateway.clone(), Choice::Vpc(Key::none())),
            Edit::choose(at, Choice::How(How::Chosen)),
            Edit::Remove(Object::Address(key("de-kms"), 2)),
            Edit::Attach { gateway: key("de-kms"), group: key("de-https"), on: false },
            Edit::Tag { gateway: key("de-kms"), field: Field::Tags, tag: "a:b".into(), on: true },
        ];
        assert_eq!(
            told(&Edit::All { label: String::new(), edits }),
            [
                "gateways/de-kms/name: de-kms -> keys",
                "gateways/de-kms/vpc: de-vpc -> no VPC yet",
                "gateways/de-kms/addresses/eu-de-2/address: 10.243.72.4 -> chosen by IBM Cloud in vpe-2",
                "gateways/de-kms/addresses/2/address: 10.243.136.4 -> no entry",
                "gateways/de-kms/security_groups: https-clients -> the VPC's default group",
                "gateways/de-kms/dns: Primary -> Disabled",
                "gateways/de-kms/tags: env:prod -> env:prod, a:b",
            ]
        );
    }

    #[test]
    fn a_new_gateway_is_told_as_a_whole_and_nothing_as_nothing() {
        let plan = read(include_str!("../../tests/mistakes/plans/thirty.json")).unwrap();
        let copy = duplicate(&plan, &[key("us-kms")], &key("us")).unwrap();
        assert_eq!(told(&copy), ["gateways/us-kms-2:  -> new in us-vpc, to a service not chosen yet"]);
        assert_eq!(told(&Edit::All { label: String::new(), edits: Vec::new() }), [] as [String; 0]);
        let entry = ZoneAddress { zone: "us-south-1".into(), ..ZoneAddress::default() };
        assert_eq!(
            told(&Edit::Add(New::Address(key("us-kms"), entry))),
            ["gateways/us-kms/addresses/us-south-1~2/address: no entry -> none yet"]
        );
    }
}
