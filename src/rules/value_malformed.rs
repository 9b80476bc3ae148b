//! A text that means nothing where it stands.

use super::parts::Names;
use super::{Findings, Fix, FixKind, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Expected, Model};
use crate::plan::Field;

/// `value-malformed`.
pub(super) static RULE: Rule = Rule {
    code: "value-malformed",
    severity: Severity::Error,
    summary: "An address, block, port, id, region, zone or tag is not one",
    explanation: "IBM Cloud takes values of a fixed form only: addresses as four numbers, blocks without host bits, \
                  ports from 1 to 65535, its own codes for regions and zones. A request with another text is refused.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut names = None;
    for unparsed in &model.unparsed {
        let Some(detail) = detail(&unparsed.expected) else { continue };
        let fix = match &unparsed.expected {
            Expected::CidrWithoutHostBits(net) => unparsed.place.field.map(|field| Fix {
                title: format!("Use {net}"),
                kind: FixKind::Safe,
                edit: Edit::text(unparsed.place.object.clone(), field, net),
            }),
            _ => None,
        };
        let names = names.get_or_insert_with(|| Names::of(model));
        let owner = names.owner(&unparsed.place.object);
        let what = match unparsed.place.field {
            Some(Field::Tags) => "a user tag",
            Some(Field::AccessTags) => "an access tag",
            Some(Field::Endpoints) => "a service endpoint",
            Some(Field::Addresses) => "taken addresses",
            Some(field) => &format!("the {}", field.label()),
            None => "the value",
        };
        let title = format!("{:?} cannot be {what} of {owner}.", unparsed.text);
        out.report_with(vec![unparsed.place.clone()], title, detail, fix);
    }
}

/// What was expected; `None` where another rule speaks.
fn detail(expected: &Expected) -> Option<String> {
    Some(match expected {
        Expected::Id => {
            "An id has lower-case letters, digits, hyphens and underscores, 64 at most.".to_owned()
        }
        Expected::Account => "An account's id has 32 hexadecimal digits.".to_owned(),
        Expected::Region => "It is none of the 13 regions that have VPC, such as us-south.".to_owned(),
        Expected::Zone => "A zone is a region's code with -1, -2 or -3, such as us-south-1.".to_owned(),
        Expected::Cidr => "A block is written like 10.240.8.0/26.".to_owned(),
        Expected::CidrWithoutHostBits(net) => {
            format!("The bits after the prefix length must be zero: the block that it lies in is {net}.")
        }
        Expected::Address => "An IPv4 address is written like 10.240.8.4.".to_owned(),
        Expected::Span => {
            "Taken addresses are one address, a range like 10.240.8.4-10.240.8.9, or a block.".to_owned()
        }
        Expected::Remote => "The other side is an address or a block, such as 10.240.0.0/16.".to_owned(),
        Expected::Port => "A port is a number from 1 to 65535.".to_owned(),
        Expected::Ports => "A port is a number from 1 to 65535; a range is written like 443-9093.".to_owned(),
        Expected::Endpoint => {
            "A service endpoint is a name like private.us-south.kms.cloud.ibm.com; it may begin with *."
                .to_owned()
        }
        Expected::PortRange => {
            "Give both ports, the last not below the first, or neither for all ports.".to_owned()
        }
        Expected::Tag => "A user tag has letters, digits, blanks and : _ . -, 128 at most.".to_owned(),
        Expected::AccessTag => {
            "An access tag is key:value, of letters, digits, _ . - and inner blanks.".to_owned()
        }
        Expected::Service => {
            "A service's name is the fifth part of its CRNs, such as containers-kubernetes.".to_owned()
        }
        Expected::Instance => {
            "An instance's id is the eighth part of its CRN, of lower-case letters, digits and hyphens."
                .to_owned()
        }
        Expected::Date => "A version of the API is a date like 2026-10-06.".to_owned(),
        Expected::Something
        | Expected::IdOrName
        | Expected::NewName
        | Expected::ExistingName
        | Expected::Crn(_)
        | Expected::TargetName => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_block_with_host_bits_is_mended() {
        let finding =
            triggers("value-malformed", &[Edit::text(subnet("vpe-3"), Field::Cidr, "10.240.136.7/26")]);
        assert_eq!(finding.fix.unwrap().title, "Use 10.240.136.0/26");
    }

    #[test]
    fn a_half_typed_address_is_found() {
        let finding =
            triggers("value-malformed", &[Edit::text(address("kms", 1), Field::Address, "10.240.72")]);
        assert_eq!(finding.title, "\"10.240.72\" cannot be the address of payments-kms in us-south-2.");
    }

    #[test]
    fn an_empty_field_is_another_rule_s() {
        silent("value-malformed", &[Edit::text(subnet("vpe-3"), Field::Cidr, "")]);
        silent("value-malformed", &[Edit::text(rule("https"), Field::Remote, "10.0.0.7")]);
    }
}
