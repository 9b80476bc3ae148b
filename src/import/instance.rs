//! A service instance, read from `ibmcloud resource service-instance NAME --output json`.
//!
//! The command prints a list of one object or the object itself; lines may stand
//! before it. Only what a gateway needs is read: the CRN, and the names and ports of
//! the instance's VPE extension (Event Streams and Kubernetes pages, 21 Nov 2026).

use super::MAX_PASTE_BYTES;
use crate::edit::Edit;
use crate::model::{Crn, Endpoint};
use crate::plan::{Field, Gateway, Key, Object};
use serde::Deserialize;

/// What is read of an instance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Instance {
    /// Its CRN.
    pub crn: String,
    extensions: Option<Extensions>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
struct Extensions {
    virtual_private_endpoints: Option<Vpe>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
struct Vpe {
    dns_domain: Option<String>,
    dns_hosts: Option<Vec<String>>,
    ports: Option<Vec<Ports>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
struct Ports {
    port_min: u16,
    port_max: u16,
}

/// Reads an instance out of what was pasted; `None` where there is none with a CRN, or
/// more than one.
pub fn read_instance(text: &str) -> Option<Instance> {
    if text.len() > MAX_PASTE_BYTES {
        return None;
    }
    // A list of one is the same with a bracket around.
    let (before, _) = text.split_once('{')?;
    let listed = before.trim_end().ends_with('[');
    let mut objects = serde_json::Deserializer::from_str(&text[before.len()..]).into_iter();
    let instance: Instance = objects.next()?.ok()?;
    let after = text[before.len() + objects.byte_offset()..].trim();
    (after == if listed { "]" } else { "" } && Crn::new(&instance.crn).is_ok()).then_some(instance)
}

impl Instance {
    /// The names that it answers: each host below the domain.
    pub fn endpoints(&self) -> Vec<String> {
        let Some(vpe) = self.vpe() else { return Vec::new() };
        let domain = vpe.dns_domain.as_deref().unwrap_or_default().trim_matches('.');
        let name = |host: &String| match host.as_str() {
            "" => domain.to_owned(),
            host if domain.is_empty() || host.ends_with(domain) => host.to_owned(),
            host => format!("{host}.{domain}"),
        };
        let names = vpe.dns_hosts.iter().flatten().map(name);
        names.filter(|n| Endpoint::new(n).is_some()).collect()
    }

    /// Its ports as the plan writes them; empty where it tells none, or several ranges
    /// of which no one can stand for all.
    pub fn port(&self) -> String {
        match self.vpe().and_then(|v| v.ports.as_deref()) {
            Some([one]) if one.port_min == one.port_max => one.port_min.to_string(),
            Some([one]) => format!("{}-{}", one.port_min, one.port_max),
            _ => String::new(),
        }
    }

    fn vpe(&self) -> Option<&Vpe> {
        self.extensions.as_ref()?.virtual_private_endpoints.as_ref()
    }
}

/// Makes an instance the target of a gateway: its CRN, names and port. `now` is the
/// gateway as it is, whose own names of another target go.
pub fn use_instance(instance: &Instance, gateway: &Key, now: &Gateway) -> Edit {
    let object = Object::Gateway(gateway.clone());
    let name = |tag: &str, on| Edit::Tag {
        gateway: gateway.clone(),
        field: Field::Endpoints,
        tag: tag.to_owned(),
        on,
    };
    let mut edits = vec![
        Edit::text(object.clone(), Field::Crn, instance.crn.clone()),
        Edit::text(object, Field::Port, instance.port()),
    ];
    edits.extend(now.target.endpoints.iter().map(|n| name(n, false)));
    edits.extend(instance.endpoints().iter().map(|n| name(n, true)));
    Edit::All { label: "take the target from a service instance".to_owned(), edits }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::plan::{Plan, Resource};

    const PRINTED: &str = r#"Retrieving service instance events in all resource groups...
[{"guid": "4b1e9c52", "name": "events", "region_id": "us-south", "last_operation": null,
  "crn": "crn:v1:bluemix:public:messagehub:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:4b1e9c52::",
  "extensions": {"virtual_private_endpoints": {
    "dns_domain": "private.x.us-south.eventstreams.dataservices.appdomain.cloud",
    "dns_hosts": ["4b1e9c52", "*.4b1e9c52"],
    "endpoints": [{"ip_address": "166.9.1.2", "zone": "us-south-1"}],
    "origin_type": "vpc",
    "ports": [{"port_min": 9093, "port_max": 9093}]}}}]"#;

    #[test]
    fn an_instance_fills_crn_names_and_port() {
        let instance = read_instance(PRINTED).unwrap();
        let key = Key::new("events").unwrap();
        let wanted = Gateway::default();
        let gateway = Resource { key: key.clone(), wanted, ..Resource::default() };
        let plan = Plan { gateways: vec![gateway], ..Plan::default() };
        let edit = use_instance(&instance, &key, &plan.gateways[0].wanted);
        let target = apply(&plan, &edit).unwrap().gateways[0].wanted.target.clone();
        assert!(target.crn.ends_with(":4b1e9c52::"), "{}", target.crn);
        assert_eq!(target.port, "9093");
        let domain = "private.x.us-south.eventstreams.dataservices.appdomain.cloud";
        assert_eq!(target.endpoints, [format!("4b1e9c52.{domain}"), format!("*.4b1e9c52.{domain}")]);
    }

    #[test]
    fn a_single_object_and_one_without_the_extension_are_read() {
        let crn = "crn:v1:bluemix:public:secrets-manager:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1::";
        for rest in ["", r#", "extensions": null"#, r#", "extensions": {"other": 1}"#] {
            let instance = read_instance(&format!(r#"{{"crn": "{crn}"{rest}}}"#)).unwrap();
            assert_eq!((instance.crn.as_str(), instance.port()), (crn, String::new()));
            assert_eq!(instance.endpoints(), [""; 0]);
        }
    }

    #[test]
    fn ports_are_a_range_or_left_open() {
        let ports = |json: &str| {
            let text = PRINTED.replace(r#"[{"port_min": 9093, "port_max": 9093}]"#, json);
            read_instance(&text).map(|i| i.port())
        };
        assert_eq!(ports(r#"[{"port_min": 443, "port_max": 9093}]"#).as_deref(), Some("443-9093"));
        let two = r#"[{"port_min": 1, "port_max": 2}, {"port_min": 9, "port_max": 9}]"#;
        assert_eq!(ports(two).as_deref(), Some(""));
    }

    #[test]
    fn other_texts_are_none() {
        for text in ["", "crn:v1", "{}", "[]", r#"{"crn": "x"}"#, "[1]", "{\"crn\":", "[{},{}]"] {
            assert_eq!(read_instance(text), None, "{text}");
        }
    }
}
