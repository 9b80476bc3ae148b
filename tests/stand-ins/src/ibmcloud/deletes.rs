//! The commands that delete, unbind and remove (CLI facts §2.9). Each asks unless it is told `--force`,
//! and a script has nobody who answers.

use serde_json::{Value, json};

use super::api::{Api, id_text};
use super::grammar::Parsed;

/// Carries out a command of this room; nothing for any other.
pub(super) fn run(api: &mut Api<'_>, parsed: &Parsed) -> Option<Result<Value, String>> {
    let words = parsed.command.words.as_str();
    if words == "is endpoint-gateway-reserved-ip-unbind" {
        return Some(unbind(api, parsed));
    }
    let first = parsed.positionals.first().map(String::as_str).unwrap_or_default();
    let vpc = parsed.flag("--vpc");
    // What the arguments are found in, and under which path they are deleted.
    let (rest, place) = match words {
        "is endpoint-gateway-delete" => (0, Ok(Place::Region("endpoint_gateways"))),
        "is subnet-delete" => (0, Ok(Place::Region("subnets"))),
        "is security-group-delete" => (0, Ok(Place::Region("security_groups"))),
        "is network-acl-delete" => (0, Ok(Place::Region("network_acls"))),
        "is network-acl-rule-delete" => {
            let found = api.find("network_acls", first, vpc);
            (1, found.map(|found| Place::under("network_acls", &found, "rules")))
        }
        "is vpc-delete" => (0, Ok(Place::Vpcs)),
        "is vpc-address-prefix-delete" => {
            (1, api.find_vpc(first).map(|found| Place::under("vpcs", &found, "address_prefixes")))
        }
        "is vpc-dns-resolution-binding-delete" => {
            (1, api.find_vpc(first).map(|found| Place::under("vpcs", &found, "dns_resolution_bindings")))
        }
        "is endpoint-gateway-resource-binding-delete" => {
            let found = api.find("endpoint_gateways", first, vpc);
            (1, found.map(|found| Place::under("endpoint_gateways", &found, "resource_bindings")))
        }
        "is subnet-reserved-ip-delete" => {
            let found = api.find("subnets", first, vpc);
            (1, found.map(|found| Place::under("subnets", &found, "reserved_ips")))
        }
        "is security-group-rule-delete" => {
            let found = api.find("security_groups", first, vpc);
            (1, found.map(|found| Place::under("security_groups", &found, "rules")))
        }
        "is security-group-target-remove" => {
            let found = api.find("security_groups", first, vpc);
            (1, found.map(|found| Place::under("security_groups", &found, "targets")))
        }
        _ => return None,
    };
    Some(place.and_then(|place| each(api, &place, &parsed.positionals[rest..], vpc)))
}

/// Where things are that a command deletes.
enum Place {
    Vpcs,
    /// A collection of the region, of which `--vpc` picks.
    Region(&'static str),
    /// A collection below something: its path and its key.
    Under(String, &'static str),
}

impl Place {
    fn under(parent: &str, found: &Value, key: &'static str) -> Self {
        Self::Under(format!("/{parent}/{}/{key}", id_text(found)), key)
    }
}

/// Deletes one after the other; the first that fails ends the command.
fn each(api: &mut Api<'_>, place: &Place, references: &[String], vpc: Option<&str>) -> Result<Value, String> {
    let mut told = Vec::new();
    for reference in references {
        let (path, found) = match place {
            Place::Vpcs => ("/vpcs", api.find_vpc(reference)?),
            Place::Region(collection) => {
                let found = api.find(collection, reference, vpc)?;
                (*collection, found)
            }
            Place::Under(path, key) => (path.as_str(), api.find_under(path, key, reference)?),
        };
        let id = id_text(&found);
        let path = path.trim_start_matches('/');
        api.vpc("DELETE", &format!("/{path}/{id}"), &[], None)?;
        told.push(json!({ "id": id, "result": true, "Error": null }));
    }
    Ok(Value::Array(told))
}

fn unbind(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let vpc = parsed.flag("--vpc");
    let gateway = id_text(&api.find("endpoint_gateways", &parsed.positionals[0], vpc)?);
    let path = format!("/endpoint_gateways/{gateway}/ips");
    let ip = match (parsed.flag("--rip"), parsed.flag("--subnet"), parsed.flag("--address")) {
        (Some(rip), None, _) => rip.to_owned(),
        (Some(rip), Some(subnet), _) => {
            let subnet = id_text(&api.find("subnets", subnet, vpc)?);
            id_text(&api.find_ip(&subnet, rip)?)
        }
        (None, _, address) => {
            let bound = api.list(&path, "ips", &[])?;
            let found = bound.iter().find(|ip| ip["address"].as_str() == address);
            found.map(id_text).ok_or_else(|| format!("no address of the gateway is {address:?}"))?
        }
    };
    api.vpc("DELETE", &format!("{path}/{ip}"), &[], None)
}
