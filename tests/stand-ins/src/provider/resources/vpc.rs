//! `ibm_is_vpc` (Terraform facts §1.5).

use serde_json::{Value as Json, json};

use super::{Body, Failed, Resource, id_of, patch, polls, set_tags, told, told_tags};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, get, text};

pub(super) struct Vpc;

impl Resource for Vpc {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let mut body = Body::default()
            .take(wanted, "name", "name")
            .take(wanted, "address_prefix_management", "address_prefix_management")
            .take(wanted, "classic_access", "classic_access")
            .identity(wanted, "resource_group", "resource_group");
        let mut dns = json!({});
        if let Some(hub) = hub(wanted) {
            dns["enable_hub"] = json!(hub);
        }
        // The service takes no delegated resolver here: that needs a second apply (Terraform facts §1.13b).
        if let Some(resolver) = resolver(wanted) {
            dns["resolver"] = resolver;
        }
        if dns != json!({}) {
            body = body.put("dns", dns);
        }
        let made = api.vpc("POST", "/vpcs", Some(body.done()))?;
        let id = id_of(&made);
        let failed = |why| Failed { id: Some(id.clone()), why };
        let path = format!("/vpcs/{id}");
        api.wait(&path, polls(wanted, "create", 10), |vpc| vpc["status"] == "available")
            .map_err(|(why, _)| failed(why))?;
        if *get(wanted, "no_sg_acl_rules") == Value::Bool(true) {
            clear(api, &made).map_err(failed)?;
        }
        set_tags(api, made["crn"].as_str().unwrap_or_default(), &Object::new(), wanted);
        Ok(id)
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let id = text(state, "id");
        let Some(vpc) = api.find(&format!("/vpcs/{id}"))? else { return Ok(None) };
        tell(api, &vpc).map(Some)
    }

    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        let path = format!("/vpcs/{}", text(prior, "id"));
        if let Some(body) = patch(prior, wanted, &["name"]) {
            api.vpc("PATCH", &path, Some(body))?;
        }
        if hub(prior) != hub(wanted) {
            api.vpc("PATCH", &path, Some(json!({ "dns": { "enable_hub": hub(wanted) } })))?;
        }
        if let Some(resolver) = resolver(wanted).filter(|wanted| resolver(prior).as_ref() != Some(wanted)) {
            api.vpc("PATCH", &path, Some(json!({ "dns": { "resolver": resolver } })))?;
        }
        set_tags(api, text(prior, "crn"), prior, wanted);
        Ok(())
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        let (path, polls) = (format!("/vpcs/{}", text(state, "id")), polls(state, "delete", 10));
        api.delete(&path, polls)?;
        api.wait_gone(&path, polls)
    }
}

/// Whether the block `dns` makes it a hub, where that is said.
fn hub(object: &Object) -> Option<bool> {
    match get(get(object, "dns").items().first()?.object()?, "enable_hub") {
        Value::Bool(hub) => Some(*hub),
        _ => None,
    }
}

/// The resolver that the block `dns` asks for, where its type is said. Lists of servers are not stood in
/// for.
fn resolver(object: &Object) -> Option<Json> {
    let dns = get(object, "dns").items().first()?.object()?;
    let resolver = get(dns, "resolver").items().first()?.object()?;
    let kind = get(resolver, "type").text()?;
    let hub = ["vpc_id", "vpc_crn"].iter().zip(["id", "crn"]);
    let hub = hub.into_iter().find_map(|(key, by)| Some(json!({ by: get(resolver, key).text()? })));
    Some(match hub {
        Some(hub) if kind == "delegated" => json!({ "type": kind, "vpc": hub }),
        _ => json!({ "type": kind }),
    })
}

/// Takes the rules of the group that the VPC was born with.
fn clear(api: &Api, vpc: &Json) -> Result<(), Refused> {
    let group = vpc["default_security_group"]["id"].as_str().unwrap_or_default();
    let found = api.vpc("GET", &format!("/security_groups/{group}/rules"), None)?;
    for rule in found["rules"].as_array().into_iter().flatten() {
        api.delete(&format!("/security_groups/{group}/rules/{}", id_of(rule)), 1)?;
    }
    Ok(())
}

/// What is told of a VPC, by the resource as by the data source.
pub(in crate::provider) fn tell(api: &Api, vpc: &Json) -> Result<Object, Refused> {
    let mut state = told(
        vpc,
        &[
            "id",
            "name",
            "crn",
            "status",
            "health_state",
            "classic_access",
            "resource_group=resource_group/id",
            "resource_group_name=resource_group/name",
            "resource_name=name",
            "resource_crn=crn",
            "resource_status=status",
            "default_security_group=default_security_group/id",
            "default_security_group_crn=default_security_group/crn",
            "default_security_group_name=default_security_group/name",
            "default_network_acl=default_network_acl/id",
            "default_network_acl_crn=default_network_acl/crn",
            "default_network_acl_name=default_network_acl/name",
        ],
    );
    let id = id_of(vpc);
    told_tags(api, vpc["crn"].as_str().unwrap_or_default(), &mut state)?;
    let prefixes = api.list(&format!("/vpcs/{id}/address_prefixes"), "address_prefixes", &[])?;
    let defaults = prefixes.iter().filter(|prefix| prefix["is_default"] == true).map(|prefix| {
        (prefix["zone"]["name"].as_str().unwrap_or_default().to_owned(), (&prefix["cidr"]).into())
    });
    state.insert("default_address_prefixes".to_owned(), Value::Object(defaults.collect()));
    let subnets = api.list("/subnets", "subnets", &[("vpc.id", &id)])?;
    let subnets = subnets.iter().map(|subnet| {
        let keys = [
            "id",
            "name",
            "status",
            "total_ipv4_address_count",
            "available_ipv4_address_count",
            "zone=zone/name",
        ];
        Value::Object(told(subnet, &keys))
    });
    state.insert("subnets".to_owned(), Value::List(subnets.collect()));
    let groups = api.list("/security_groups", "security_groups", &[("vpc.id", &id)])?;
    let groups = groups.iter().map(|group| {
        let mut told = told(group, &["group_id=id", "group_name=name"]);
        let rules = group["rules"].as_array().into_iter().flatten();
        told.insert(
            "rules".to_owned(),
            Value::List(rules.map(|rule| Value::Object(super::rule::tell(rule))).collect()),
        );
        Value::Object(told)
    });
    state.insert("security_group".to_owned(), Value::List(groups.collect()));
    let resolver = &vpc["dns"]["resolver"];
    let mut dns = told(&vpc["dns"], &["enable_hub", "resolution_binding_count"]);
    let mut inner = told(resolver, &["type", "configuration", "vpc_id=vpc/id", "vpc_name=vpc/name"]);
    inner.insert("servers".to_owned(), Value::List(Vec::new()));
    dns.insert("resolver".to_owned(), Value::List(vec![Value::Object(inner)]));
    state.insert("dns".to_owned(), Value::List(vec![Value::Object(dns)]));
    Ok(state)
}
