//! A CRN of another kind than the target.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{SERVICES, Service, Shape, source};
use crate::edit::{Choice, Edit};
use crate::model::{Crn, CrnKind, Gateway, Model, Placed, Said, Target};
use crate::plan::{Field, TargetKind};

/// `target-kind`.
pub(super) static RULE: Rule = Rule {
    code: "target-kind",
    severity: Severity::Error,
    summary: "The CRN names something else than the kind of target",
    explanation: "A cloud service is reached by the CRN of its endpoint or of one's own instance, whichever the \
                  service has; a Private Path service by the CRN of its Private Path service gateway. A bucket, or the \
                  instance of a service that has an endpoint for all, is no target.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new()) {
        let Some(crn) = gateway.target.crn() else { continue };
        let private_path = matches!(gateway.target, Target::PrivatePath(_));
        let name = &gateway.label;
        let (title, fix) = match crn.kind() {
            CrnKind::PrivatePath if private_path => continue,
            CrnKind::PrivatePath => {
                let kind = Choice::TargetKind(TargetKind::PrivatePathServiceGateway);
                (
                    format!(
                        "The CRN of {name} is a Private Path service's, and the target is a cloud service."
                    ),
                    Some(Fix::safe(
                        "Make the target a Private Path service",
                        Edit::choose(gateway.object(), kind),
                    )),
                )
            }
            CrnKind::Endpoint | CrnKind::Instance | CrnKind::Service if private_path => {
                let kind = Choice::TargetKind(TargetKind::ProviderCloudService);
                (
                    format!(
                        "The CRN of {name} is a cloud service's, and the target is a Private Path service."
                    ),
                    Some(Fix::choice(
                        "Make the target a cloud service",
                        Edit::choose(gateway.object(), kind),
                    )),
                )
            }
            CrnKind::Endpoint => continue,
            CrnKind::Service => {
                let mut rows = SERVICES.iter().filter(|s| s.crn_name == crn.service());
                if rows.clone().any(|s| matches!(s.shape, Shape::Whole | Shape::Open)) {
                    continue;
                }
                let Some(first) = rows.clone().next() else { continue };
                match rows.find(|s| s.host().is_some()) {
                    Some(service) => (
                        format!("The CRN of {name} names no endpoint of {}.", service.name),
                        endpoint(model, gateway, service, crn),
                    ),
                    None => (format!("The CRN of {name} names no instance of {}.", first.name), None),
                }
            }
            CrnKind::Instance => {
                let Some(service) = endpoint_only(crn) else { continue };
                (
                    format!(
                        "The CRN of {name} is an instance of {}, which is reached by its endpoint.",
                        service.name
                    ),
                    endpoint(model, gateway, service, crn),
                )
            }
            CrnKind::Bucket => {
                let service = endpoint_only(crn);
                (
                    format!("The CRN of {name} is a bucket's, and a gateway reaches the service's endpoint."),
                    service.and_then(|s| endpoint(model, gateway, s, crn)),
                )
            }
            CrnKind::Other if crn.segment(8).is_empty() => {
                (format!("The CRN of {name} lacks {}.", missing(crn)), None)
            }
            CrnKind::Other => {
                (format!("The CRN of {name} is that of a {}, which is no service.", crn.segment(8)), None)
            }
        };
        out.report_with(
            vec![gateway.at(Field::TargetKind), gateway.at(Field::Crn)],
            title,
            "IBM Cloud refuses the gateway.",
            fix,
        );
    }
}

/// The catalogue's service of a CRN, where its targets are endpoints only.
fn endpoint_only(crn: &Crn) -> Option<&'static Service> {
    let mut services = SERVICES.iter().filter(|s| s.crn_name == crn.service());
    let service = services.next().filter(|s| s.host().is_some())?;
    services.all(|s| s.host().is_some()).then_some(service)
}

/// What a CRN of an instance lacks.
fn missing(crn: &Crn) -> &'static str {
    if !crn.segment(9).is_empty() {
        "the type of its resource"
    } else if crn.segment(7).is_empty() {
        "the instance"
    } else {
        "the account"
    }
}

/// The service's endpoint where the CRN is, or where the VPC is.
fn endpoint(model: &Model, gateway: &Gateway, service: &Service, crn: &Crn) -> Option<Fix> {
    let region = match crate::catalog::region(crn.location()) {
        Some(region) => region,
        None => gateway.vpc.and_then(|v| model.vpcs[v].region.get())?,
    };
    let endpoint = service.endpoint_crn(region.code)?;
    let mut edits = vec![Edit::text(gateway.object(), Field::Crn, endpoint)];
    if !matches!(gateway.target, Target::Cloud(Said::Value(_))) {
        edits.push(Edit::choose(gateway.object(), Choice::TargetKind(TargetKind::ProviderCloudService)));
    }
    let title = format!("Use the endpoint of {} in {region}", service.name);
    Some(Fix::choice(title.clone(), Edit::All { label: title, edits }))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn crn(text: &str) -> Edit {
        Edit::text(gateway("kms"), Field::Crn, text)
    }

    fn private_path() -> Edit {
        Edit::choose(gateway("kms"), Choice::TargetKind(TargetKind::PrivatePathServiceGateway))
    }

    #[test]
    fn an_instance_gives_way_to_its_endpoint() {
        let instance = format!("crn:v1:bluemix:public:kms:us-south:a/{ACCOUNT}:4b1e9c52-7d03::");
        let finding = triggers("target-kind", &[crn(&instance)]);
        assert_eq!(
            finding.title,
            "The CRN of payments-kms is an instance of Key Protect, which is reached by its endpoint."
        );
        assert_eq!(finding.fix.unwrap().title, "Use the endpoint of Key Protect in us-south");
    }

    #[test]
    fn a_bucket_gives_way_to_the_vpc_s_endpoint() {
        let bucket = format!("crn:v1:bluemix:public:cloud-object-storage:global:a/{ACCOUNT}:1:bucket:logs");
        let finding = triggers("target-kind", &[crn(&bucket)]);
        assert_eq!(finding.fix.unwrap().title, "Use the endpoint of Object Storage in us-south");
    }

    #[test]
    fn another_resource_is_no_target() {
        let other = format!("crn:v1:bluemix:public:is:us-south:a/{ACCOUNT}::vpc:r006-1");
        let finding = triggers("target-kind", &[crn(&other)]);
        assert_eq!(finding.title, "The CRN of payments-kms is that of a vpc, which is no service.");
    }

    #[test]
    fn half_a_crn_lacks_the_other_half() {
        for (text, title) in [
            (
                format!("crn:v1:bluemix:public:secrets-manager:us-south:a/{ACCOUNT}:::"),
                "The CRN of payments-kms lacks the instance.",
            ),
            (
                "crn:v1:bluemix:public:secrets-manager:us-south::4b1e::".to_owned(),
                "The CRN of payments-kms lacks the account.",
            ),
            (
                "crn:v1:bluemix:public:secrets-manager:us-south::::".to_owned(),
                "The CRN of payments-kms names no instance of Secrets Manager.",
            ),
            (
                "crn:v1:bluemix:public:kms:us-south::::".to_owned(),
                "The CRN of payments-kms names no endpoint of Key Protect.",
            ),
        ] {
            assert_eq!(triggers("target-kind", &[crn(&text)]).title, title);
        }
    }

    #[test]
    fn the_kind_of_target_follows_the_crn() {
        let finding = triggers("target-kind", &[private_path()]);
        assert_eq!(finding.fix.unwrap().title, "Make the target a cloud service");
    }

    #[test]
    fn a_private_path_service_and_an_unknown_instance_are_taken_as_they_are() {
        let service =
            format!("crn:v1:bluemix:public:is:us-south:a/{ACCOUNT}::private-path-service-gateway:r006-1");
        silent("target-kind", &[crn(&service), private_path()]);
        silent("target-kind", &[crn("crn:v1:bluemix:public:dns-svcs:global::::")]);
        silent("target-kind", &[crn("crn:v1:bluemix:public:unheard-of:us-south::::")]);
        silent("target-kind", &[crn(&format!("crn:v1:bluemix:public:logs:us-south:a/{ACCOUNT}:1::"))]);
    }
}
