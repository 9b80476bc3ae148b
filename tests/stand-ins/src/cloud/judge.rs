//! From a request to an answer: which row it is, whether its form is right, what it does.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::{Map, Value, json};

use super::actions::{Answer, Call, act};
use super::fault::Fault;
use super::table::{Host, Row, table};
use super::world::World;
use super::{versions, views};
use crate::http::{Request, pairs, percent_decode};
use crate::strict_json;

/// A call that was carried out.
pub(crate) struct Done {
    pub(crate) row: &'static Row,
    pub(crate) region: String,
    /// The path behind the service's own prefix.
    pub(crate) path: String,
    pub(crate) body: Value,
    pub(crate) answer: Value,
    /// The fault that is answered all the same, where a test wants the answer lost.
    pub(crate) lost: Option<Fault>,
}

/// Carries out one request. A refused one changes nothing; only time may have passed.
///
/// # Errors
/// Why it is refused.
pub(crate) fn judge(world: &mut World, request: &Request) -> Result<Done, Fault> {
    let (host, region, path) = route(&request.path)?;
    let (row, ids) = find_row(host, request, &path)?;
    if row.id != "token" {
        world.account = check_token(world, request)?;
    }
    check_query(row, &request.query)?;
    let body = read_body(row, request)?;
    let call = Call { row, region: region.clone(), ids, query: request.query.clone(), body: body.clone() };
    let planned = world.mishaps.iter().position(|(name, _)| *name == row.id);
    let lost = planned.map(|index| world.mishaps.remove(index).1);
    if let Some(mishap) = lost.as_ref().filter(|one| !one.carried_out) {
        return Err(mishap.fault());
    }
    check_etag(world, &call, request)?;
    time_passes(world, &call);
    let mut trial = world.clone();
    let answer = match act(&mut trial, &call) {
        Ok(Answer::Nothing) => Value::Null,
        Ok(Answer::One(value)) => value,
        Ok(Answer::List(key, items)) => page(&trial, &call, &path, key, items)?,
        Err(mut fault) => {
            let gone = call.ids.iter().any(|id| world.gone.contains(id));
            fault.staged |= request.method == "GET" && fault.status == 404 && gone;
            if let Some(vpc) = &fault.busy {
                world.wait_for(vpc);
            }
            return Err(fault);
        }
    };
    let mut answer = answer;
    if host == Host::Vpc {
        versions::of_the_date(version_of(&request.query), &mut answer);
    }
    *world = trial;
    if request.method == "DELETE" {
        world.gone.extend(call.ids.last().cloned());
    }
    Ok(Done { row, region, path, body, answer, lost: lost.map(|one| one.fault()) })
}

/// A VPC's patch that holds a list says which state of the VPC it was made for (ibm-vpc 0.36.0 L25499).
fn check_etag(world: &World, call: &Call, request: &Request) -> Result<(), Fault> {
    if call.row.id != "patch_vpc" || !call.body["dns"]["resolver"]["manual_servers"].is_array() {
        return Ok(());
    }
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?;
    let fault = |code, message: &str, status| {
        let target = Some(("header", "If-Match".to_owned()));
        Err(Fault { target, ..Fault::new(code, message).with_status(status) })
    };
    match request.header("if-match") {
        None => fault("bad_field", "with a list, the header If-Match is required", 400),
        Some(tag) if tag == etag(&views::vpc(world, vpc)) => Ok(()),
        Some(_) => fault("precondition_failed", "the VPC has changed since", 412),
    }
}

/// The `ETag` of something that is shown.
pub(crate) fn etag(shown: &Value) -> String {
    let mut hasher = DefaultHasher::new();
    shown.to_string().hash(&mut hasher);
    format!("W/\"{:016x}\"", hasher.finish())
}

/// Who reads a gateway that is being deleted finds in the end that it is gone.
fn time_passes(world: &mut World, call: &Call) {
    match call.row.id.as_str() {
        "get_endpoint_gateway" => world.release(|one| one.id == call.ids[0]),
        "list_endpoint_gateways" => world.release(|_| true),
        _ => {}
    }
}

/// Which service a path belongs to, in which region, and the path behind the service's prefix.
fn route(path: &str) -> Result<(Host, String, String), Fault> {
    let lost = || Fault::new("not_found", format!("nothing answers at {path}")).with_status(404);
    for (prefix, host) in
        [("/iam", Host::Iam), ("/resource-manager", Host::ResourceGroups), ("/tagging", Host::Tags)]
    {
        if let Some(rest) = path.strip_prefix(prefix)
            && rest.starts_with('/')
        {
            return Ok((host, String::new(), rest.to_owned()));
        }
    }
    let (region, rest) = path.strip_prefix('/').and_then(|path| path.split_once("/v1/")).ok_or_else(lost)?;
    if table().region(region).is_none() {
        return Err(lost());
    }
    Ok((Host::Vpc, region.to_owned(), format!("/{rest}")))
}

fn find_row(host: Host, request: &Request, path: &str) -> Result<(&'static Row, Vec<String>), Fault> {
    let mut at_path = table()
        .calls
        .iter()
        .filter(|row| row.host == host)
        .filter_map(|row| row.matches(path).map(|ids| (row, ids)))
        .peekable();
    if at_path.peek().is_none() {
        let message = format!("nothing answers at {path}");
        return Err(Fault::new("not_found", message).with_status(404));
    }
    let Some((row, ids)) = at_path.find(|(row, _)| row.method == request.method) else {
        let message = format!("{} is not a method of {path}", request.method);
        return Err(Fault::new("bad_field", message).with_status(405));
    };
    let ids: Option<Vec<String>> = ids.into_iter().map(percent_decode).collect();
    match ids {
        Some(ids) if ids.iter().all(|id| table().fits("id", id)) => Ok((row, ids)),
        _ => Err(Fault::new("not_found", format!("no ids in {path}")).with_status(404)),
    }
}

/// The id of the account whose token came with a call.
fn check_token(world: &World, request: &Request) -> Result<String, Fault> {
    let fault = |code, message: &str| Err(Fault::new(code, message).with_status(401));
    let given = request
        .headers
        .iter()
        .filter(|(name, _)| name == "authorization")
        .map(|(_, value)| value.as_str())
        .collect::<Vec<_>>();
    let [value] = given[..] else {
        return fault("token_missing", "there is no Authorization header, or several");
    };
    let token = value.strip_prefix("Bearer ");
    match world.accounts.iter().find(|one| token == Some(one.token.as_str())) {
        Some(account) => Ok(account.id.clone()),
        None => fault("token_invalid", "the token is not one that was given out"),
    }
}

fn check_query(row: &Row, query: &[(String, String)]) -> Result<(), Fault> {
    for (index, (key, value)) in query.iter().enumerate() {
        if query[..index].iter().any(|(earlier, _)| earlier == key) {
            let message = "the parameter is given twice";
            return Err(Fault::parameter("bad_field", key, message));
        }
        match key.as_str() {
            "version" | "generation" if row.host == Host::Vpc => {}
            "limit" if row.paged => match value.parse::<u32>() {
                Ok(1..=100) => {}
                _ => return Err(Fault::parameter("bad_field", key, "not from 1 to 100")),
            },
            "start" if row.paged => {}
            _ => match row.query.get(key).filter(|_| versions::has_parameter(key, version_of(query))) {
                None => {
                    let message = "the call has no such parameter";
                    return Err(Fault::parameter("bad_field", key, message));
                }
                Some(shape) => shape
                    .check(&Value::String(value.clone()), key)
                    .map_err(|fault| Fault::parameter(fault.code, key, fault.message))?,
            },
        }
    }
    let asked = |key: &str| query.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
    if let Some(key) = row.query_required.iter().find(|key| asked(key).is_none()) {
        let message = "the parameter is required";
        return Err(Fault::parameter("validation_required_field", key, message));
    }
    if row.host == Host::Vpc {
        check_version(asked("version"), asked("generation"))?;
    }
    Ok(())
}

/// The `version` date of a call, once it is known to have one.
fn version_of(query: &[(String, String)]) -> &str {
    query.iter().find(|(name, _)| name == "version").map_or("", |(_, value)| value)
}

/// `version` and `generation`, which every VPC call carries (API facts §5).
fn check_version(version: Option<&str>, generation: Option<&str>) -> Result<(), Fault> {
    let fault = |code, key, message: &str| Err(Fault::parameter(code, key, message));
    match version {
        None => return fault("missing_version", "version", "the parameter is required"),
        Some(date) if !is_date(date) => {
            return fault("invalid_version", "version", "not a date like 2026-10-06");
        }
        Some(date) => {
            let (from, to) = &table().versions;
            if date < from.as_str() || date > to.as_str() {
                let message = format!("{date} is not from {from} to {to}");
                return fault("invalid_version_range", "version", &message);
            }
        }
    }
    match generation {
        None => fault("missing_generation_parameter", "generation", "the parameter is required"),
        Some("2") => Ok(()),
        Some(_) => fault("invalid_generation_parameter", "generation", "only 2"),
    }
}

fn is_date(text: &str) -> bool {
    let number = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse().ok());
    table().fits("version", text)
        && number(5..7).is_some_and(|month: u32| (1..=12).contains(&month))
        && number(8..10).is_some_and(|day: u32| (1..=31).contains(&day))
}

fn read_body(row: &Row, request: &Request) -> Result<Value, Fault> {
    let Some(name) = &row.body else {
        // Adding a target to a group ignores a body; no other call without a shape takes one.
        let ignored = row.id == "add_security_group_target";
        if request.body.is_empty() || ignored {
            return Ok(Value::Null);
        }
        return Err(Fault::new("bad_field", "this call takes no body"));
    };
    let expected = row.content_type.as_deref().unwrap_or("application/json");
    let given = request.header("content-type").unwrap_or_default();
    let given = given.split(';').next().unwrap_or_default().trim();
    if given != expected {
        let message = format!("the body is {given:?}, expected is {expected}");
        return Err(Fault {
            target: Some(("header", "Content-Type".to_owned())),
            ..Fault::new("bad_field", message)
        });
    }
    let value = if expected == "application/x-www-form-urlencoded" {
        form(&request.body)?
    } else {
        strict_json::read(&request.body).map_err(|why| Fault::new("validation_failure", why))?
    };
    let value = match row.host {
        Host::Vpc => versions::newest(row, version_of(&request.query), value)?,
        Host::Iam | Host::ResourceGroups | Host::Tags => value,
    };
    let shape = table().shapes.get(name);
    shape.expect("a row's shape is in the table").check(&value, "")?;
    Ok(value)
}

fn form(body: &[u8]) -> Result<Value, Fault> {
    let text =
        std::str::from_utf8(body).map_err(|_| Fault::new("validation_failure", "the form is not UTF-8"))?;
    let mut map = Map::new();
    for (key, value) in pairs(text) {
        if map.insert(key.clone(), json!(value)).is_some() {
            return Err(Fault::field("bad_field", &key, "the key is used twice"));
        }
    }
    Ok(Value::Object(map))
}

/// Cuts one page out of a collection and wraps it (API facts §2).
fn page(world: &World, call: &Call, path: &str, key: &str, items: Vec<Value>) -> Result<Value, Fault> {
    let most = world.settings.page_size;
    let limit = match call.asked("limit").and_then(|text| text.parse::<usize>().ok()) {
        Some(asked) => asked.min(most),
        None => most,
    };
    let token = |item: &Value| format!("at.{}", item["id"].as_str().unwrap_or_default());
    let begin = match call.asked("start") {
        None => 0,
        Some(start) => items
            .iter()
            .position(|item| token(item) == start)
            .ok_or_else(|| Fault::parameter("bad_field", "start", "not a token of a page"))?,
    };
    let total = items.len();
    let next = items.get(begin + limit).map(token);
    let here = world.url(&call.region, path);
    let shown: Vec<Value> = items.into_iter().skip(begin).take(limit).collect();
    let mut value = json!({
        "first": { "href": format!("{here}?limit={limit}") },
        "limit": limit,
        "total_count": total,
        key: shown,
    });
    if let Some(next) = next {
        value["next"] = json!({ "href": format!("{here}?limit={limit}&start={next}") });
    }
    Ok(value)
}
