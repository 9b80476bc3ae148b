//! `ibm_is_subnet` (Terraform facts §1.7).

use serde_json::{Value as Json, json};

use super::{Body, Failed, Resource, id_of, patch, polls, set_tags, told, told_tags};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, get, text};

pub(super) struct Subnet;

impl Resource for Subnet {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        if ["ipv4_cidr_block", "total_ipv4_address_count"]
            .iter()
            .all(|key| super::plain(get(wanted, key)).is_none())
        {
            let why = "ipv4_cidr_block or total_ipv4_address_count need to be provided";
            return Err(Refused::own(why).into());
        }
        let body = Body::default()
            .take(wanted, "name", "name")
            .take(wanted, "ip_version", "ip_version")
            .take(wanted, "ipv4_cidr_block", "ipv4_cidr_block")
            .take(wanted, "total_ipv4_address_count", "total_ipv4_address_count")
            .put("zone", json!({ "name": text(wanted, "zone") }))
            .identity(wanted, "vpc", "vpc")
            .identity(wanted, "resource_group", "resource_group")
            .identity(wanted, "network_acl", "network_acl")
            .identity(wanted, "public_gateway", "public_gateway")
            .identity(wanted, "routing_table", "routing_table")
            .done();
        let made = api.vpc("POST", "/subnets", Some(body))?;
        let id = id_of(&made);
        api.wait(&format!("/subnets/{id}"), polls(wanted, "create", 10), |one| one["status"] == "available")
            .map_err(|(why, _)| Failed { id: Some(id.clone()), why })?;
        set_tags(api, made["crn"].as_str().unwrap_or_default(), &Object::new(), wanted);
        Ok(id)
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let id = text(state, "id");
        let Some(subnet) = api.find(&format!("/subnets/{id}"))? else { return Ok(None) };
        tell(api, &subnet).map(Some)
    }

    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        let mut body = patch(prior, wanted, &["name"]).unwrap_or_else(|| json!({}));
        for key in ["network_acl", "public_gateway"] {
            if get(prior, key) != get(wanted, key)
                && let Some(id) = get(wanted, key).text()
            {
                body[key] = json!({ "id": id });
            }
        }
        if body != json!({}) {
            api.vpc("PATCH", &format!("/subnets/{}", text(prior, "id")), Some(body))?;
        }
        set_tags(api, text(prior, "crn"), prior, wanted);
        Ok(())
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        let (path, polls) = (format!("/subnets/{}", text(state, "id")), polls(state, "delete", 10));
        api.delete(&path, polls)?;
        api.wait_gone(&path, polls)
    }
}

/// What is told of a subnet, by the resource as by the data source.
pub(in crate::provider) fn tell(api: &Api, subnet: &Json) -> Result<Object, Refused> {
    let mut state = told(
        subnet,
        &[
            "id",
            "name",
            "crn",
            "status",
            "ip_version",
            "ipv4_cidr_block",
            "total_ipv4_address_count",
            "available_ipv4_address_count",
            "zone=zone/name",
            "vpc=vpc/id",
            "network_acl=network_acl/id",
            "public_gateway=public_gateway/id",
            "routing_table=routing_table/id",
            "routing_table_crn=routing_table/crn",
            "resource_group=resource_group/id",
            "resource_group_name=resource_group/name",
            "resource_name=name",
            "resource_crn=crn",
            "resource_status=status",
        ],
    );
    told_tags(api, subnet["crn"].as_str().unwrap_or_default(), &mut state)?;
    Ok(state)
}
