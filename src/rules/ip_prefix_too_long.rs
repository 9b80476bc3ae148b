//! Names of reserved IPs that would be too long.

use super::parts::ip_prefix;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{NAME_MAX, source};
use crate::edit::Edit;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `ip-prefix-too-long`.
pub(super) static RULE: Rule = Rule {
    code: "ip-prefix-too-long",
    severity: Severity::Error,
    summary: "What reserved IP names begin with leaves no room for the zone",
    explanation: "The reserved IPs of a gateway are named by a beginning, a hyphen and the zone, in 63 characters at \
                  most. The gateway's own name is cut to fit; a beginning that somebody chose is kept as it is, and \
                  has to leave room.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| !g.ip_prefix.is_empty()) {
        let Some(prefix) = ip_prefix(model, gateway) else { continue };
        let zones = gateway.addresses.iter().filter_map(|&a| model.addresses[a].zone.get());
        // All zones of a region have names of one length.
        let Some(zone) = zones.map(|z| z.to_string()).max_by_key(String::len) else { continue };
        let room = NAME_MAX - zone.len() - 1;
        if prefix.len() <= room {
            continue;
        }
        let cut = prefix[..room].trim_end_matches('-');
        out.report_with(
            vec![gateway.at(Field::IpPrefix)],
            format!(
                "The reserved IPs of {} would have names of {} characters.",
                gateway.label,
                prefix.len() + 1 + zone.len()
            ),
            format!(
                "A name has {NAME_MAX} at most, and -{zone} is part of it: {room} are left for the beginning."
            ),
            Some(Fix::choice(format!("Cut it to {cut}"), Edit::text(gateway.object(), Field::IpPrefix, cut))),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn prefix(length: usize) -> Edit {
        Edit::text(gateway("kms"), Field::IpPrefix, "p".repeat(length))
    }

    #[test]
    fn beginning_and_zone_have_to_fit() {
        // -us-south-1 has eleven characters.
        let finding = triggers("ip-prefix-too-long", &[prefix(53)]);
        assert_eq!(finding.title, "The reserved IPs of payments-kms would have names of 64 characters.");
        silent("ip-prefix-too-long", &[prefix(52)]);
    }

    #[test]
    fn the_gateway_s_own_name_is_cut_and_no_fault() {
        silent("ip-prefix-too-long", &[Edit::text(gateway("kms"), Field::Name, "n".repeat(60))]);
    }
}
