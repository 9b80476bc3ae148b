//! A rule that admits everything from everywhere.

use super::parts::{guarding, rule_of};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed, Remote};
use crate::plan::{Direction, Protocol};

/// `rule-admits-all`.
pub(super) static RULE: Rule = Rule {
    code: "rule-admits-all",
    severity: Severity::Advice,
    summary: "A rule admits all inbound traffic of all ports from any address",
    explanation: "A gateway without a security group once admitted everything, and a rule that admits \
                  everything brings that back. IBM's page about creating gateways calls it less secure and \
                  does not recommend it: the port of the service, and the addresses of its clients, are \
                  enough.",
    source: source::CREATING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut guards = None;
    for rule in model.rules.iter().filter(|r| r.origin.is_new() && r.direction == Direction::Inbound) {
        let anywhere = match rule.remote {
            Remote::Anywhere => true,
            Remote::Net(net) => net.prefix_len() == 0,
            Remote::Address(_) | Remote::Group(_) | Remote::Unknown(_) => false,
        };
        let everything = match rule.protocol {
            Protocol::IcmpTcpUdp => true,
            Protocol::Tcp | Protocol::Udp => rule.ports.is_none(),
            Protocol::Icmp => false,
        };
        if !anywhere || !everything {
            continue;
        }
        // What a group that guards no gateway admits is not for this plan to say.
        let group = model.groups[rule.group].key.as_str();
        if guards.get_or_insert_with(|| guarding(model)).contains(group) {
            out.report(
                vec![rule.place()],
                super::parts::sentence(format!(
                    "{} admits every port from any address.",
                    rule_of(model, rule)
                )),
                "The port of the service and the addresses of its clients are enough.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Field, Protocol};

    fn everything(remote: &str) -> Vec<Edit> {
        vec![
            Edit::choose(rule("https"), Choice::Protocol(Protocol::IcmpTcpUdp)),
            Edit::text(rule("https"), Field::PortMin, ""),
            Edit::text(rule("https"), Field::PortMax, ""),
            Edit::text(rule("https"), Field::Remote, remote),
        ]
    }

    #[test]
    fn everything_from_everywhere_is_more_than_needed() {
        for remote in ["", "0.0.0.0/0"] {
            let finding = triggers("rule-admits-all", &everything(remote));
            assert_eq!(finding.title, "Rule https of vpe-clients admits every port from any address.");
        }
    }

    #[test]
    fn one_port_or_one_network_is_less() {
        silent("rule-admits-all", &everything("10.0.0.0/8"));
        silent("rule-admits-all", &[Edit::text(rule("https"), Field::Remote, "")]);
    }
}
