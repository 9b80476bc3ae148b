//! What an existing gateway has otherwise than wanted, and what can be changed while it stays.

use super::parts::changing::{changing, differences, keep, sentence};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::model::{Differs, Model, Origin};

/// `differs-in-place`.
pub(super) static RULE: Rule = Rule {
    code: "differs-in-place",
    severity: Severity::Advice,
    summary: "An existing gateway differs from the plan in what can be changed in place",
    explanation: "Name, DNS mode, security groups, addresses and tags of a gateway can be changed while it stays. The \
                  scripts do so where the plan says that it is to be changed, and leave it as it is where not. \
                  Terraform leaves alone what it only refers to, and makes of what it takes over what the plan says.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, one) in differences(model) {
        let (what, adopted) = (changing(&one.what), matches!(gateway.origin, Origin::Adopted(_)));
        // To Terraform that is another gateway, which is told as that.
        if !what.in_place || adopted && what.replaced {
            continue;
        }
        let nameless = matches!(&gateway.origin, Origin::Existing(id) if id.is_empty());
        let scripts = match (&one.what, gateway.change) {
            (Differs::Name(_), true) if nameless => {
                "It can be changed in place. Without its ID the scripts find it by the name that it has, and leave that."
            }
            (_, true) => "The scripts change it in place.",
            (_, false) => {
                "It can be changed in place; the scripts leave it as it is, because the plan does not say that the gateway is to be changed."
            }
        };
        let terraform = match (&one.what, adopted) {
            (Differs::Unbind(..), true) => {
                "Terraform binds another address only where the old one was unbound before."
            }
            (_, true) => "Terraform changes it with its next apply, because it takes the gateway over.",
            (_, false) => "",
        };
        let mut detail = scripts.to_owned();
        for more in [terraform, what.follows] {
            if !more.is_empty() {
                detail.push(' ');
                detail.push_str(more);
            }
        }
        let fix = keep(model, gateway, one).map(|edit| Fix::choice("Keep what is there", edit));
        out.report_with(vec![one.place.clone()], sentence(model, gateway, one), detail, fix);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{DnsMode, Field, Observed, Seen, SeenAddress};

    fn seen(observed: Observed) -> [Edit; 1] {
        [Edit::choose(gateway("kms"), Choice::Observed(Box::new(observed), String::new()))]
    }

    #[test]
    fn a_mode_that_differs_is_told_with_what_follows() {
        let base = read_gateway();
        let other = seen(Observed { dns: Some(DnsMode::Disabled), ..Observed::default() });
        let finding = triggers_on(&base, "differs-in-place", &other);
        assert_eq!(finding.places, [gateway("kms").at(Field::Dns)]);
        assert_eq!(finding.title, "The DNS mode of gateway payments-kms is disabled, not primary.");
        assert!(finding.detail.contains("leave it as it is"), "{}", finding.detail);
        let change = edited(&base, &[Edit::choose(gateway("kms"), Choice::Change(true))]);
        let finding = triggers_on(&change, "differs-in-place", &other);
        assert!(finding.detail.starts_with("The scripts change it in place."), "{}", finding.detail);
    }

    #[test]
    fn each_group_and_address_is_one_difference_and_the_unknown_is_none() {
        let base = read_gateway();
        let groups = Some(vec![Seen { name: "old".to_owned(), ..Seen::default() }]);
        let all =
            findings(&edited(&base, &seen(Observed { security_groups: groups, ..Observed::default() })));
        let told: Vec<_> = all.iter().filter(|f| f.rule.code == "differs-in-place").collect();
        assert_eq!(told.len(), 2, "{told:#?}");
        let at = |address: &str| {
            let zone = "us-south-1".to_owned();
            vec![SeenAddress { zone, address: address.to_owned(), ..SeenAddress::default() }]
        };
        let other = seen(Observed { addresses: Some(at("10.240.8.60")), ..Observed::default() });
        triggers_on(&base, "differs-in-place", &other);
        silent_on(&base, "differs-in-place", &seen(Observed::default()));
    }
}
