//! The commands outside the VPC plug-in: session, resource groups, tags, versions.

use serde_json::{Value, json};

use super::Shown;
use super::api::Api;
use super::grammar::Parsed;
use crate::cloud::table::table;

pub(super) fn run(api: &mut Api<'_>, parsed: &Parsed) -> Result<Shown, String> {
    match parsed.command.words.as_str() {
        "login" | "target" => session(api, parsed).map(Shown::Json),
        "config" => Ok(Shown::Text("OK".to_owned())),
        "plugin show" => plugin(&parsed.positionals[0], &api.world.settings.plug_in).map(Shown::Text),
        "plugin list" => Ok(Shown::Json(json!([
            { "Name": "vpc-infrastructure[vpc-infrastructure/is]", "Aliases": null, "Status": "" }
        ]))),
        "version" | "--version" => Ok(Shown::Text("ibmcloud 2.38.1".to_owned())),
        "resource groups" => Ok(Shown::Json(groups(api, parsed.has("--default")))),
        "resource group" => group(api, parsed),
        "resource tag-attach" => tag(api, parsed, "attach").map(Shown::Text),
        "resource tag-detach" => tag(api, parsed, "detach").map(Shown::Text),
        "resource search" => search(api, &parsed.positionals[0]).map(Shown::Json),
        other => Err(format!("{other} cannot be carried out")),
    }
}

fn plugin(name: &str, version: &str) -> Result<String, String> {
    match name {
        "vpc-infrastructure" => Ok(format!("Plugin Name    vpc-infrastructure\nPlugin Version {version}")),
        other => Err(format!("Plug-in {other:?} was not found.")),
    }
}

fn session(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    if let Some(key) = parsed.flag("--apikey") {
        let found = api.world.accounts.iter().find(|one| one.api_key == key);
        let id = found.map(|one| one.id.clone()).ok_or("Provided API key could not be found.")?;
        act_for(api, id);
    }
    if let Some(account) = parsed.flag("-c") {
        let found = api.world.account(account).map(|one| one.id.clone());
        let id = found.ok_or_else(|| format!("Account {account:?} is not among yours."))?;
        act_for(api, id);
    }
    if let Some(region) = parsed.flag("-r") {
        if table().region(region).is_none() {
            return Err(format!("Region {region:?} does not exist."));
        }
        api.world.session.region = Some(region.to_owned());
    }
    if parsed.has("--unset-region") {
        api.world.session.region = None;
    }
    if parsed.has("-g") {
        api.world.session.resource_group = api.group_flag(None, parsed.flag("-g"))?;
    }
    if parsed.has("--unset-resource-group") {
        api.world.session.resource_group = None;
    }
    let mut shown = json!({
        "api_endpoint": "https://cloud.ibm.com",
        "account": { "guid": api.world.account, "name": "Stand-in", "owner": "nobody@example.com" },
        "user": { "display_name": "Nobody", "user_email": "nobody@example.com" },
    });
    if let Some(region) = &api.world.session.region {
        shown["region"] = json!({ "name": region, "mccp_id": format!("ibm:yp:{region}") });
    }
    if let Some(id) = &api.world.session.resource_group {
        let group = api.world.resource_group(id);
        shown["resource_group"] = json!({ "guid": group.id, "name": group.name,
            "default": group.default, "state": "ACTIVE" });
    }
    Ok(shown)
}

/// Goes over to another account, of which no resource group is targeted then.
fn act_for(api: &mut Api<'_>, account: String) {
    if api.world.session.account != account {
        api.world.session.resource_group = None;
    }
    api.world.session.account.clone_from(&account);
    api.world.account = account;
}

fn groups(api: &Api<'_>, default_only: bool) -> Value {
    let list: Vec<Value> = api
        .world
        .resource_groups
        .iter()
        .filter(|group| group.account == api.world.account && (group.default || !default_only))
        .map(|group| {
            json!({ "id": group.id, "name": group.name, "default": group.default,
                "state": "ACTIVE", "account_id": api.world.account })
        })
        .collect();
    Value::Array(list)
}

fn group(api: &Api<'_>, parsed: &Parsed) -> Result<Shown, String> {
    let name = &parsed.positionals[0];
    let id =
        api.group_flag(None, Some(name))?.ok_or_else(|| format!("there is no resource group {name:?}"))?;
    if parsed.has("--id") {
        return Ok(Shown::Text(id));
    }
    Ok(Shown::Text(format!("Name {name}\nID   {id}")))
}

/// What Global Search knows by one CRN or one user tag; no other query is understood here.
fn search(api: &Api<'_>, query: &str) -> Result<Value, String> {
    let quoted = |key: &str| query.strip_prefix(key)?.strip_prefix(":\"")?.strip_suffix('"');
    let found = api.world.resources().into_iter().filter(|crn| match (quoted("crn"), quoted("tags")) {
        (Some(wanted), _) => crn == wanted,
        (_, Some(tag)) => api.world.tags.get(crn).is_some_and(|tags| tags.user.contains(tag)),
        _ => false,
    });
    if quoted("crn").is_none() && quoted("tags").is_none() {
        return Err(format!("the query {query:?} is not one of crn:\"CRN\" and tags:\"TAG\""));
    }
    let items: Vec<Value> = found
        .map(|crn| {
            let tags = api.world.tags.get(&crn).cloned().unwrap_or_default();
            json!({ "crn": crn, "tags": tags.user })
        })
        .collect();
    Ok(json!({ "items": items }))
}

fn tag(api: &mut Api<'_>, parsed: &Parsed, verb: &str) -> Result<String, String> {
    let names: Vec<&str> = parsed.flag("--tag-names").unwrap_or_default().split(',').collect();
    let resource = parsed.flag("--resource-id").unwrap_or_default();
    let body = json!({ "resources": [{ "resource_id": resource }], "tag_names": names });
    api.tags(verb, parsed.flag("--tag-type").unwrap_or("user"), body)?;
    Ok("OK".to_owned())
}
