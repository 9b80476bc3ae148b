//! An endpoint gateway, read from `ibmcloud is endpoint-gateway GATEWAY --output json`, or from
//! the API's answer, which is the same object.

use super::MAX_PASTE_BYTES;
use crate::edit::{Choice, Edit};
use crate::model::Model;
use crate::plan::{DnsMode, Key, Object, Observed, Seen, SeenAddress};
use serde::Deserialize;

/// What is read of a gateway. Keys can be absent or null.
#[derive(Deserialize)]
struct Gateway {
    id: String,
    name: Option<String>,
    target: Target,
    resource_group: Option<Named>,
    dns_resolution_binding_mode: Option<DnsMode>,
    allow_dns_resolution_binding: Option<bool>,
    allow_resource_binding: Option<bool>,
    security_groups: Option<Vec<Named>>,
    ips: Option<Vec<Ip>>,
}

#[derive(Deserialize)]
struct Target {
    crn: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct Named {
    id: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct Ip {
    id: Option<String>,
    name: Option<String>,
    address: Option<String>,
    href: Option<String>,
}

/// Takes what was pasted of a gateway as what was read of it; `None` where that is no gateway, or
/// more than one. Zones come from the subnets that the plan knows.
pub fn observe_gateway(text: &str, model: &Model, gateway: &Key) -> Option<Edit> {
    if text.len() > MAX_PASTE_BYTES {
        return None;
    }
    // Lines can stand before it, and a list of one is the same with a bracket around.
    let (before, _) = text.split_once('{')?;
    let mut objects = serde_json::Deserializer::from_str(&text[before.len()..]).into_iter();
    let read: Gateway = objects.next()?.ok()?;
    if !matches!(text[before.len() + objects.byte_offset()..].trim(), "" | "]") {
        return None;
    }
    let shared =
        read.allow_dns_resolution_binding.map(|shared| match (shared, read.allow_resource_binding) {
            (false, _) => DnsMode::Disabled,
            (true, Some(true)) => DnsMode::PerResourceBinding,
            (true, _) => DnsMode::Primary,
        });
    let ips = read.ips.map(|ips| ips.into_iter().map(|ip| address(ip, model)).collect());
    let observed = Observed {
        name: read.name.unwrap_or_default(),
        target: read.target.crn.or(read.target.name).unwrap_or_default(),
        resource_group: read.resource_group.map(seen),
        dns: read.dns_resolution_binding_mode.or(shared),
        security_groups: read.security_groups.map(|groups| groups.into_iter().map(seen).collect()),
        addresses: ips,
        ..Observed::default()
    };
    Some(Edit::choose(Object::Gateway(gateway.clone()), Choice::Observed(Box::new(observed), read.id)))
}

fn seen(named: Named) -> Seen {
    Seen { id: named.id.unwrap_or_default(), name: named.name.unwrap_or_default() }
}

/// An address with the zone of its subnet, where the plan has that. 0.0.0.0 is none yet.
fn address(ip: Ip, model: &Model) -> SeenAddress {
    let href = ip.href.unwrap_or_default();
    let subnet =
        href.split_once("/subnets/").and_then(|(_, rest)| rest.split('/').next()).unwrap_or_default();
    let address = ip.address.filter(|address| address != "0.0.0.0").unwrap_or_default();
    let by_id = |s: &&crate::model::Subnet| s.origin.id().is_some_and(|id| id.as_str() == subnet);
    let zone = model.subnets.iter().find(by_id).map(|s| s.zone.to_string()).unwrap_or_default();
    SeenAddress { zone, address, id: ip.id.unwrap_or_default(), name: ip.name.unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::plan::read;

    const EXAMPLE: &str = include_str!("../../examples/change-in-place.json");
    const PRINTED: &str = r#"Getting endpoint gateway web-ntp...
{"id": "r018-1", "name": "ntp", "lifecycle_reasons": [], "crn": null,
 "allow_dns_resolution_binding": true,
 "ips": [{"id": "0787-1", "name": "a", "address": "10.242.0.9",
   "href": "https://eu-gb.iaas.cloud.ibm.com/v1/subnets/0787-1b6f0d34-8e2a-4c59-a7d0-35f9c1e8b604/reserved_ips/0787-1"},
  {"id": "0797-1", "name": "b", "address": "0.0.0.0", "href": "https://x/v1/subnets/unknown/reserved_ips/0797-1"}],
 "security_groups": [{"id": "r018-g", "name": "g", "crn": "crn:x"}],
 "target": {"name": "ibm-ntp-server", "resource_type": "provider_infrastructure_service"}}"#;

    #[test]
    fn what_is_printed_of_a_gateway_is_what_was_read_of_it() {
        let plan = read(EXAMPLE).unwrap();
        let key = plan.gateways[1].key.clone();
        let edit = observe_gateway(PRINTED, &Model::of(&plan), &key).unwrap();
        let origin = apply(&plan, &edit).unwrap().gateways[1].origin.clone();
        let observed = *origin.observed.unwrap();
        assert_eq!((origin.id.as_str(), observed.name.as_str()), ("r018-1", "ntp"));
        assert_eq!((observed.dns, observed.target.as_str()), (Some(DnsMode::Primary), "ibm-ntp-server"));
        let zones: Vec<_> =
            observed.addresses.iter().flatten().map(|a| (a.zone.as_str(), a.address.as_str())).collect();
        assert_eq!(zones, [("eu-gb-1", "10.242.0.9"), ("", "")]);
        assert_eq!(observed.security_groups.unwrap()[0].id, "r018-g");
        assert_eq!(observed.resource_group, None, "what is not there is unknown");
    }

    #[test]
    fn other_texts_are_none() {
        let plan = read(EXAMPLE).unwrap();
        let (model, key) = (Model::of(&plan), plan.gateways[0].key.clone());
        for text in ["", "r018-1", "{}", r#"{"id": "a"}"#, &format!("{PRINTED}, {{}}")] {
            assert_eq!(observe_gateway(text, &model, &key), None, "{text}");
        }
    }
}
