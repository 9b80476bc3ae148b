//! One existing reserved IP for two gateways.

use super::parts::FreeAddresses;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Address, Form, Model, Placed};
use crate::plan::{Field, How};

/// `reserved-ip-shared`.
pub(super) static RULE: Rule = Rule {
    code: "reserved-ip-shared",
    severity: Severity::Error,
    summary: "Two gateways are to have the same existing reserved IP",
    explanation: "A reserved IP is bound to one thing at a time. The gateway that comes second finds it bound and gets \
                  no address in the zone.",
    source: source::RESERVED_IPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut bound = model.reserved_ips.notes();
    let mut free = FreeAddresses::of(model);
    for address in model.addresses.iter() {
        let Form::Existing(Some(ip)) = address.form else { continue };
        let first: &Address = bound.get_or_insert_with(ip, || address);
        // A gateway that binds it twice has two addresses in a zone, and is told so.
        if first.gateway == address.gateway {
            continue;
        }
        let label = |a: &Address| model.gateways[a.gateway].label.as_str();
        out.report_with(
            vec![first.at(Field::ReservedIp), address.at(Field::ReservedIp)],
            format!(
                "{} and {} are to have the same reserved IP {}.",
                label(first),
                label(address),
                model.reserved_ips[ip].label
            ),
            "It is bound to one gateway; IBM Cloud refuses to bind it to the second.",
            fix(&mut free, address),
        );
    }
}

/// Gives the later one an address of its own.
fn fix(free: &mut FreeAddresses<'_>, address: &Address) -> Option<Fix> {
    let next = free.next(address.subnet?)?;
    let edits = vec![
        Edit::choose(address.object(), Choice::How(How::Given)),
        Edit::text(address.object(), Field::Address, next.to_string()),
    ];
    Some(Fix::choice(format!("Use {next}, the next free"), Edit::All { label: format!("use {next}"), edits }))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;

    #[test]
    fn a_reserved_ip_is_bound_once() {
        let base = edited(&two_gateways(), &[add_reserved_ip("vpe-1", "old", "10.240.8.7")]);
        let finding = relates(
            &base,
            "reserved-ip-shared",
            &[bind(address("kms", 0), "old"), bind(address("cos", 0), "old")],
            &[give(address("kms", 0), "10.240.8.4")],
            &[give(address("cos", 0), "10.240.8.5")],
        );
        assert_eq!(finding.title, "payments-kms and payments-cos are to have the same reserved IP old.");
        assert_eq!(finding.fix.unwrap().title, "Use 10.240.8.4, the next free");
    }

    #[test]
    fn each_with_its_own_is_as_it_should_be() {
        let edits = [
            add_reserved_ip("vpe-1", "old", "10.240.8.7"),
            add_reserved_ip("vpe-1", "older", "10.240.8.8"),
            bind(address("kms", 0), "old"),
            bind(address("cos", 0), "older"),
        ];
        silent_on(&two_gateways(), "reserved-ip-shared", &edits);
    }
}
