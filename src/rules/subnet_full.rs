//! A subnet with too few addresses left.

use super::parts::subnet_in;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{CIDR_MAX, source};
use crate::edit::{Choice, Edit};
use crate::model::{Address, Ix, Model, Placed, Subnet};
use crate::plan::Field;

/// `subnet-full`.
pub(super) static RULE: Rule = Rule {
    code: "subnet-full",
    severity: Severity::Error,
    summary: "A subnet has fewer addresses left than IBM Cloud is to choose in it",
    explanation: "Each address that is left to IBM Cloud to choose needs a free one in its subnet. Held, taken and \
                  planned addresses are counted off; of a subnet that exists there may be more taken than the plan \
                  knows, so that even less is left.",
    source: source::RESERVED_IPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for subnet in model.subnets.iter().filter(|s| !s.chosen.is_empty()) {
        // A subnet that is too small is told of by its size.
        if subnet.net.get().is_none_or(|net| net.prefix_len() > CIDR_MAX) {
            continue;
        }
        let counts = subnet.counts();
        let left = counts.total - (counts.held + counts.taken + counts.planned).min(counts.total);
        let Some(excess) = counts.chosen.checked_sub(left).filter(|&n| n > 0) else { continue };
        let mut places = vec![subnet.at(Field::Cidr)];
        places.extend(subnet.chosen.iter().map(|&a| model.addresses[a].at(Field::How)));
        let left = match left {
            0 => "no address".to_owned(),
            1 => "1 address".to_owned(),
            n => format!("{n} addresses"),
        };
        // The later ones go without.
        let without = subnet.chosen.len().saturating_sub(usize::try_from(excess).unwrap_or(usize::MAX));
        out.report_with(
            places,
            format!("{} has {left} left, and IBM Cloud is to choose {} in it.", subnet.label, counts.chosen),
            "When the subnet is full, further requests are refused.",
            fix(model, subnet, &subnet.chosen[without..]),
        );
    }
}

/// Takes the addresses from another subnet of the zone that has room for them.
fn fix(model: &Model, full: &Subnet, without: &[Ix<Address>]) -> Option<Fix> {
    let room = |s: &Subnet| s.key != full.key && s.counts().free >= without.len() as u64;
    let other = subnet_in(model, full.vpc, full.zone.get()?, room)?;
    let edits = without
        .iter()
        .map(|&a| Edit::choose(model.addresses[a].object(), Choice::Subnet(other.key.clone())))
        .collect();
    let title = match without.len() {
        1 => format!("Take the last one from {}", other.label),
        n => format!("Take the last {n} from {}", other.label),
    };
    Some(Fix::choice(title.clone(), Edit::All { label: title, edits }))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::plan::Object;

    #[test]
    fn the_last_free_address_is_chosen_once() {
        let base = edited(&two_gateways(), &[add_subnet("prod", "more", "us-south-1", "10.240.9.0/26")]);
        let finding = relates(
            &base,
            "subnet-full",
            &[add_taken("vpe-1", "10.240.8.5-10.240.8.62", "servers")],
            &[Edit::text(Object::Taken(key("vpe-1"), 0), Field::Addresses, "10.240.8.5-10.240.8.61")],
            &[Edit::choose(address("cos", 0), Choice::Subnet(key("more")))],
        );
        assert_eq!(finding.title, "vpe-1 has no address left, and IBM Cloud is to choose 1 in it.");
        assert_eq!(finding.places, [subnet("vpe-1").at(Field::Cidr), address("cos", 0).at(Field::How)]);
        assert_eq!(finding.fix.unwrap().title, "Take the last one from more");
    }

    #[test]
    fn an_unknown_range_is_never_full() {
        let edits = [exists(subnet("vpe-1")), Edit::text(subnet("vpe-1"), Field::Cidr, "")];
        silent_on(&two_gateways(), "subnet-full", &edits);
    }
}
