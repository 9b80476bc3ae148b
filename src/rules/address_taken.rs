//! An address that something uses already.

use super::{Findings, Fix, FixKind, Rule, Severity};
use crate::address::next_free;
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{By, Form, Model, Placed, Said, Subnet};
use crate::plan::{Field, Place};

/// `address-taken`.
pub(super) static RULE: Rule = Rule {
    code: "address-taken",
    severity: Severity::Error,
    summary: "An address is planned that something uses already",
    explanation: "A reserved IP is an address that a subnet keeps for one use. IBM Cloud reserves an address once; \
                  a second request for it is refused. Choose another address, or leave the choice to IBM Cloud.",
    source: source::RESERVED_IPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (ix, address) in model.addresses.enumerate() {
        let (Form::Given(Said::Value(ip)), Some(subnet)) = (&address.form, address.subnet) else { continue };
        let subnet = &model.subnets[subnet];
        let gateway = &model.gateways[address.gateway].label;
        let here = address.at(Field::Address);
        for occupant in subnet.uses(*ip) {
            let (places, title) = match occupant.by {
                // IBM Cloud's own addresses are another rule's.
                By::Provider => continue,
                // A clash between two of the plan is told once, at the later one.
                By::Address(other) if other >= ix => continue,
                By::Address(other) => {
                    let other = &model.addresses[other];
                    let label = &model.gateways[other.gateway].label;
                    (
                        vec![other.at(Field::Address), here.clone()],
                        format!("{ip} is already planned for {label}."),
                    )
                }
                By::ReservedIp(other) => {
                    let other = &model.reserved_ips[other];
                    (
                        vec![other.place(), here.clone()],
                        format!("{ip} belongs to the existing reserved IP {}.", other.label),
                    )
                }
                By::Taken(i) => {
                    let holder = subnet.taken.get(i).map_or("", |(_, holder)| holder.as_str());
                    let by = if holder.is_empty() { "something else" } else { holder };
                    let taken = crate::plan::Object::Taken(subnet.key.clone(), i).at(Field::Addresses);
                    (vec![taken, here.clone()], format!("{ip} is taken by {by}."))
                }
            };
            let fix = fix(subnet, &here);
            let detail = format!("IBM Cloud reserves an address once; the request for {gateway} is refused.");
            out.report_with(places, title, detail, fix);
            break;
        }
    }
}

fn fix(subnet: &Subnet, at: &Place) -> Option<Fix> {
    let free = next_free(subnet)?;
    Some(Fix {
        title: format!("Use {free}, the next free"),
        kind: FixKind::Safe,
        edit: Edit::text(at.object.clone(), Field::Address, free.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{clean, edited, key, silent, triggers_on};
    use super::*;
    use crate::edit::{Choice, New};
    use crate::plan::{How, Object, Taken};

    fn taken(addresses: &str) -> Edit {
        Edit::Add(New::Taken(key("vpe-1"), Taken { addresses: addresses.into(), holder: "lb-settle".into() }))
    }

    #[test]
    fn an_address_that_is_taken_is_moved_to_the_next_free_one() {
        let finding = super::super::testing::triggers("address-taken", &[taken("10.240.8.4-10.240.8.9")]);
        assert_eq!(finding.title, "10.240.8.4 is taken by lb-settle.");
        assert_eq!(finding.fix.unwrap().title, "Use 10.240.8.10, the next free");
    }

    #[test]
    fn two_gateways_on_one_address_are_one_finding_with_both_places() {
        let base = clean();
        let mut second = base.gateways[0].clone();
        second.key = key("cos");
        second.wanted.name = "payments-cos".into();
        second.wanted.target.crn =
            "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud"
                .into();
        for address in &mut second.wanted.addresses {
            address.how = How::Chosen;
            address.address.clear();
        }
        let base = edited(&base, &[Edit::Add(New::Gateway(second))]);
        let at = Object::Address(key("cos"), 0);
        let finding = triggers_on(
            &base,
            "address-taken",
            &[
                Edit::choose(at.clone(), Choice::How(How::Given)),
                Edit::text(at.clone(), Field::Address, "10.240.8.4"),
            ],
        );
        let first = Object::Address(key("kms"), 0);
        assert_eq!(finding.places, [first.at(Field::Address), at.at(Field::Address)]);
    }

    #[test]
    fn an_address_beside_it_is_nobody_s_business() {
        silent("address-taken", &[taken("10.240.8.5-10.240.8.9")]);
    }
}
