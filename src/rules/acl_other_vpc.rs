//! A network ACL of another VPC.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Model, Placed};
use crate::plan::{Field, Key};

/// `acl-other-vpc`.
pub(super) static RULE: Rule = Rule {
    code: "acl-other-vpc",
    severity: Severity::Error,
    summary: "A subnet has a network ACL of another VPC",
    explanation: "A network ACL belongs to one VPC and is attached to subnets of that VPC only. A subnet has exactly one; \
                  where none is given, it has the default one of its VPC.",
    source: source::ACLS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for subnet in model.subnets.iter() {
        let Some(ix) = subnet.acl else { continue };
        let acl = &model.acls[ix];
        if acl.vpc == subnet.vpc {
            continue;
        }
        let mut places = vec![acl.place(), subnet.at(Field::NetworkAcl)];
        if subnet.vpc < acl.vpc {
            places.reverse();
        }
        let (own, other) = (&model.vpcs[subnet.vpc].label, &model.vpcs[acl.vpc].label);
        let fix = subnet.origin.is_new().then(|| {
            let edit = Edit::choose(subnet.object(), Choice::NetworkAcl(Key::none()));
            Fix::choice(format!("Use the default network ACL of {own}"), edit)
        });
        out.report_with(
            places,
            format!("{} is a network ACL of {other}, and {} is in {own}.", acl.label, subnet.label),
            "A subnet has a network ACL of its own VPC; IBM Cloud refuses others.",
            fix,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_subnet_has_an_acl_of_its_vpc() {
        let base = edited(&two_vpcs(), &[add_acl("dr", "dr-acl"), attach_acl("dr-1", "dr-acl")]);
        let finding = relates(
            &base,
            "acl-other-vpc",
            &[attach_acl("vpe-1", "dr-acl")],
            &[
                Edit::Remove(acl("dr-acl")),
                add_acl("prod", "dr-acl"),
                attach_acl("dr-1", ""),
                let_https("dr-acl"),
            ],
            &[attach_acl("vpe-1", "")],
        );
        assert_eq!(finding.title, "dr-acl is a network ACL of dr, and vpe-1 is in prod-vpc.");
        assert_eq!(finding.places, [subnet("vpe-1").at(Field::NetworkAcl), acl("dr-acl").place()]);
    }
}
