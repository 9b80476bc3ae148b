//! The lenient answers over HTTP.

use serde_json::{Value, json};

use super::TOKEN;
use super::store::{Store, text};
use crate::http::{Reply, Request, percent_decode};

pub(super) fn answer(store: &mut Store, request: &Request) -> Reply {
    let path = percent_decode(&request.path).unwrap_or_else(|| request.path.clone());
    if path.ends_with("/identity/token") {
        return Reply::json(
            200,
            &json!({ "access_token": TOKEN, "token_type": "Bearer", "expires_in": 3600 }),
        );
    }
    if path.ends_with("/v2/resource_groups") {
        return Reply::json(200, &resource_groups(store, request));
    }
    if path.ends_with("/tags/attach") {
        return Reply::json(200, &json!({ "results": [{ "is_error": false }] }));
    }
    let inner = path.split_once("/v1/").map_or(path.as_str(), |(_, rest)| rest);
    let parts: Vec<&str> = inner.split('/').filter(|part| !part.is_empty()).collect();
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let status = if request.method == "POST" { 201 } else { 200 };
    Reply::json(status, &carry_out(store, request, &parts, body))
}

fn carry_out(store: &mut Store, request: &Request, parts: &[&str], body: Value) -> Value {
    match (request.method.as_str(), parts) {
        ("GET", [collection]) => page(collection, filtered(store, request, collection, "")),
        ("GET", ["endpoint_gateways", gateway, "ips"]) => {
            let shown = store.get("endpoint_gateways", gateway);
            page("ips", shown["ips"].as_array().cloned().unwrap_or_default())
        }
        ("GET", [_, parent, collection]) => page(collection, filtered(store, request, collection, parent)),
        ("GET", [.., "ips" | "reserved_ips", id]) => store.get("reserved_ips", id),
        ("GET", [.., collection, id]) => store.get(collection, id),
        ("POST", ["endpoint_gateways"]) => store.add_gateway(body),
        ("POST", [collection]) => store.add(collection, "", body),
        ("POST", [_, parent, collection]) => {
            let made = store.add(collection, parent, body);
            if let Some(gateway) = made["target"]["id"].as_str() {
                store.bind(gateway, &made);
            }
            made
        }
        ("PUT", ["endpoint_gateways", gateway, "ips", id]) => {
            let ip = store.get("reserved_ips", id);
            store.bind(gateway, &ip);
            ip
        }
        ("PATCH", [.., collection, id]) => store.patch(collection, id, &body),
        _ => json!({ "id": "r006-anything" }),
    }
}

fn filtered(store: &Store, request: &Request, collection: &str, parent: &str) -> Vec<Value> {
    let asked = |key: &str| {
        let found = request.query.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value.as_str())
    };
    let mut all = store.list(collection, parent);
    if let Some(vpc) = asked("vpc.id") {
        all.retain(|item| item["vpc"]["id"] == vpc || item["vpc"].is_null());
    }
    if let Some(name) = asked("name") {
        all.retain(|item| item["name"] == name);
    }
    all
}

fn page(collection: &str, items: Vec<Value>) -> Value {
    json!({
        "first": { "href": format!("https://recorder.example/v1/{collection}?limit=50") },
        "limit": 50,
        "total_count": items.len(),
        collection: items,
    })
}

fn resource_groups(store: &mut Store, request: &Request) -> Value {
    let asked = request.query.iter().find(|(key, _)| key == "name");
    let found = match asked {
        Some((_, name)) => vec![store.get("resource_groups", &text(&json!(name)))],
        None => store.list("resource_groups", ""),
    };
    json!({ "resources": found })
}
