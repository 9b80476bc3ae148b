//! An endpoint's CRN whose location is not the endpoint's.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{Service, Shape, region, source};
use crate::edit::Edit;
use crate::model::{CrnKind, Model, Placed};
use crate::plan::Field;

/// `endpoint-location`.
pub(super) static RULE: Rule = Rule {
    code: "endpoint-location",
    severity: Severity::Error,
    summary: "The location in an endpoint's CRN does not fit its host",
    explanation: "The CRN of a service's endpoint holds a location and a host. The location is global for some \
                  services, Object Storage among them, and the region of the host for the others. With another one \
                  the CRN names nothing.",
    source: source::SERVICES,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new()) {
        let (Some(crn), [service]) = (gateway.target.crn(), &gateway.services[..]) else { continue };
        if crn.kind() != CrnKind::Endpoint {
            continue;
        }
        let host = crn.segment(9);
        let Some(location) = location(service, host).filter(|&l| l != crn.location()) else { continue };
        let mended = crn.as_str().replacen(
            &format!(":{}:{}:", crn.service(), crn.location()),
            &format!(":{}:{location}:", crn.service()),
            1,
        );
        // A service that is global has no other location; else the host may be the wrong one.
        let (title, edit) = (format!("Use {location}"), Edit::text(gateway.object(), Field::Crn, mended));
        let fix = if location == "global" { Fix::safe(title, edit) } else { Fix::choice(title, edit) };
        out.report_with(
            vec![gateway.at(Field::Crn)],
            format!("The CRN of {} says {:?}, and {host} is in {location}.", gateway.label, crn.location()),
            format!("{} has no such endpoint; IBM Cloud refuses the gateway.", service.name),
            Some(fix),
        );
    }
}

/// Where a host of the service is, as its CRNs say it; `None` for a host that the
/// catalogue does not have.
fn location(service: &Service, host: &str) -> Option<&'static str> {
    let Shape::Endpoint { global, host: hosts } = service.shape else { return None };
    let place = hosts.read(host)?.place;
    match region(place) {
        _ if global => hosts.knows(place).then_some("global"),
        found => found.map(|r| r.code),
    }
}

#[cfg(test)]
mod tests {
    use super::super::FixKind;
    use super::super::testing::*;
    use super::*;

    fn crn(text: &str) -> Edit {
        Edit::text(gateway("kms"), Field::Crn, text)
    }

    #[test]
    fn object_storage_is_global() {
        let finding = triggers("endpoint-location", &[crn(&COS.replace(":global:", ":us-south:"))]);
        let fix = finding.fix.unwrap();
        assert_eq!((fix.kind, fix.edit), (FixKind::Safe, crn(COS)));
    }

    #[test]
    fn key_protect_is_where_its_host_is() {
        let mixed = "crn:v1:bluemix:public:kms:eu-de:::endpoint:private.us-south.kms.cloud.ibm.com";
        let finding = triggers("endpoint-location", &[crn(mixed)]);
        assert_eq!(finding.fix.unwrap().kind, FixKind::Choice);
    }

    #[test]
    fn another_region_and_an_unknown_host_are_taken_as_they_are() {
        silent(
            "endpoint-location",
            &[crn("crn:v1:bluemix:public:kms:eu-de:::endpoint:private.eu-de.kms.cloud.ibm.com")],
        );
        silent(
            "endpoint-location",
            &[crn("crn:v1:bluemix:public:kms:eu-de:::endpoint:1.api.eu-de.kms.appdomain.cloud")],
        );
        silent(
            "endpoint-location",
            &[crn("crn:v1:bluemix:public:container-registry:eu-de:::endpoint:de.icr.io")],
        );
    }
}
