//! What the tests of this crate share: a seed and a small client.

#![allow(dead_code, reason = "each test file uses its own part")]

use serde_json::{Value, json};
use stand_ins::Cloud;

/// A target that exists in every account.
pub(crate) const KMS: &str =
    "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com";

/// One VPC with a subnet in each zone, and an address kept in the third.
pub(crate) fn seed() -> Value {
    json!({
        "resource_groups": [
            {"id": "000000000000000000000000000000d0", "name": "Default", "default": true},
            {"id": "000000000000000000000000000000d1", "name": "network"}],
        "access_tags": ["env:prod"],
        "vpcs": [
            {"id": "r006-other", "name": "other", "region": "us-south",
                "security_groups": [{"id": "r006-theirs", "name": "theirs"}],
                "address_prefixes": [{"name": "o", "zone": "us-south-1", "cidr": "10.1.0.0/16"}],
                "subnets": [{"id": "0717-far", "name": "app-1", "zone": "us-south-1", "cidr": "10.1.0.0/24"}]},
            {"id": "r006-payments", "name": "payments", "region": "us-south",
                "subnets": [
                    {"id": "0717-one", "name": "app-1", "zone": "us-south-1", "cidr": "10.240.0.0/24"},
                    {"id": "0727-two", "name": "app-2", "zone": "us-south-2", "cidr": "10.240.64.0/24"},
                    {"id": "0737-three", "name": "app-3", "zone": "us-south-3", "cidr": "10.240.128.0/24",
                        "reserved_ips": [
                            {"id": "0737-kept", "name": "kept", "address": "10.240.128.9"},
                            {"id": "0737-lb", "name": "lb", "address": "10.240.128.8",
                                "target": {"resource_type": "load_balancer", "id": "r006-lb", "name": "lb"}}]}]},
            {"id": "r006-third", "name": "third", "region": "us-south"},
            {"id": "r014-east", "name": "payments", "region": "us-east"}]
    })
}

/// A client that speaks as an export would: version, generation and token on each call.
pub(crate) struct Client {
    vpc: String,
    tags: String,
    token: String,
}

/// A client for us-south.
pub(crate) fn client(cloud: &Cloud) -> Client {
    let env = cloud.env("us-south");
    let host = |name: &str| {
        let found = env.iter().find(|(key, _)| key == name).unwrap();
        found.1.clone()
    };
    Client {
        vpc: host("IBMCLOUD_IS_NG_API_ENDPOINT"),
        tags: host("IBMCLOUD_GT_API_ENDPOINT"),
        token: cloud.token(),
    }
}

impl Client {
    /// Sends one request as given and answers status and body.
    pub(crate) fn raw(&self, method: &str, path: &str, content: &str, body: &str) -> (u16, Value) {
        self.send(method, &format!("{}{path}", self.vpc), content, body)
    }

    pub(crate) fn send(&self, method: &str, url: &str, content: &str, body: &str) -> (u16, Value) {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let request = ureq::http::Request::builder()
            .method(method)
            .uri(url)
            .header("Authorization", format!("Bearer {}", self.token));
        let request = if body.is_empty() { request } else { request.header("Content-Type", content) };
        let mut answer = agent.run(request.body(body.to_owned()).unwrap()).unwrap();
        let text = answer.body_mut().read_to_string().unwrap();
        let value = if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() };
        (answer.status().as_u16(), value)
    }

    /// A call that must succeed.
    pub(crate) fn call(&self, method: &str, path: &str, body: &str) -> Value {
        let (status, value) = self.raw(method, &versioned(path), content(method), body);
        assert!(status < 300, "{method} {path}: {status} {value}");
        value
    }

    /// The status and code of a call that must fail.
    pub(crate) fn refused(&self, method: &str, path: &str, body: &Value) -> (u16, String) {
        let text = if body.is_null() { String::new() } else { body.to_string() };
        let (status, value) = self.raw(method, &versioned(path), content(method), &text);
        assert!(status >= 400, "{method} {path}: {status} {value}");
        (status, value["errors"][0]["code"].as_str().unwrap().to_owned())
    }

    pub(crate) fn get(&self, path: &str) -> Value {
        self.call("GET", path, "")
    }

    pub(crate) fn post(&self, path: &str, body: Value) -> Value {
        self.call("POST", path, &body.to_string())
    }

    pub(crate) fn patch(&self, path: &str, body: Value) -> Value {
        self.call("PATCH", path, &body.to_string())
    }

    pub(crate) fn delete(&self, path: &str) {
        assert_eq!(self.call("DELETE", path, ""), Value::Null);
    }

    /// Reads a gateway until it is gone and answers how often it was still there.
    pub(crate) fn until_gone(&self, gateway: &str) -> usize {
        let path = versioned(&format!("/endpoint_gateways/{gateway}"));
        (0..9).find(|_| self.raw("GET", &path, "", "").0 == 404).unwrap()
    }

    /// All pages of a collection.
    pub(crate) fn list(&self, path: &str, key: &str) -> Vec<Value> {
        let mut all = Vec::new();
        let mut here = path.to_owned();
        loop {
            let page = self.get(&here);
            all.extend(page[key].as_array().unwrap().iter().cloned());
            let Some(next) = page["next"]["href"].as_str() else {
                return all.into_iter().filter(|item| item["vpc"]["name"] != "other").collect();
            };
            let start = next.split("start=").nth(1).unwrap();
            here = format!("{path}?start={start}");
        }
    }

    /// The id of the one with that name.
    pub(crate) fn find(&self, path: &str, key: &str, name: &str) -> String {
        let all = self.list(path, key);
        let one = all.iter().find(|item| item["name"] == name).unwrap();
        one["id"].as_str().unwrap().to_owned()
    }

    /// The names of the tags of a resource.
    pub(crate) fn tags(&self, kind: &str, crn: &Value) -> Vec<Value> {
        let crn = crn.as_str().unwrap();
        let url = format!("{}/v3/tags?tag_type={kind}&attached_to={crn}&providers=ghost", self.tags);
        let (status, value) = self.send("GET", &url, "", "");
        assert_eq!(status, 200, "{value}");
        value["items"].as_array().unwrap().iter().map(|item| item["name"].clone()).collect()
    }

    pub(crate) fn tag(&self, kind: &str, crn: &Value, names: &[&str]) {
        self.tagging("attach", kind, crn, names);
    }

    /// Attaches or detaches tags.
    pub(crate) fn tagging(&self, verb: &str, kind: &str, crn: &Value, names: &[&str]) {
        let url = format!("{}/v3/tags/{verb}?tag_type={kind}", self.tags);
        let body = json!({"resources": [{"resource_id": crn}], "tag_names": names});
        let (status, value) = self.send("POST", &url, "application/json", &body.to_string());
        assert_eq!(status, 200, "{value}");
    }
}

/// A body of a gateway to Key Protect, with these keys changed or added.
pub(crate) fn gateway(more: Value) -> Value {
    let mut body = json!({"name": "g", "vpc": {"id": "r006-payments"},
        "target": {"resource_type": "provider_cloud_service", "crn": KMS}});
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    body
}

/// The id of what a call answered.
pub(crate) fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

/// A seed of one VPC with a group, a rule and a gateway that has two addresses.
pub(crate) fn furnished() -> Value {
    json!({
        "access_tags": ["env:prod"],
        "vpcs": [{"id": "r006-shop", "name": "shop", "region": "us-south",
            "address_prefixes": [
                {"id": "r006-p1", "name": "p1", "zone": "us-south-1", "cidr": "10.0.0.0/18", "is_default": true},
                {"id": "r006-p2", "name": "p2", "zone": "us-south-2", "cidr": "10.0.64.0/18"}],
            "subnets": [
                {"id": "0717-one", "name": "one", "zone": "us-south-1", "cidr": "10.0.0.0/24", "reserved_ips": [
                    {"id": "0717-a", "name": "a", "address": "10.0.0.10", "auto_delete": true},
                    {"id": "0717-free", "name": "free", "address": "10.0.0.11"}]},
                {"id": "0727-two", "name": "two", "zone": "us-south-2", "cidr": "10.0.64.0/24", "reserved_ips": [
                    {"id": "0727-b", "name": "b", "address": "10.0.64.10"}]}],
            "security_groups": [
                {"id": "r006-sg", "name": "sg", "rules": [{"name": "https", "direction": "inbound",
                    "protocol": "tcp", "port_min": 443, "port_max": 443, "remote": {"id": "r006-peer"}}]},
                {"id": "r006-peer", "name": "peer"}],
            "endpoint_gateways": [{"id": "r006-gw", "name": "gw",
                "target": {"resource_type": "provider_cloud_service", "crn": KMS},
                "security_groups": ["sg", "peer"], "ips": ["one/a", "two/b"],
                "tags": {"user": ["team:shop"]}}]}]
    })
}

/// Sends each body and compares the code of the fault.
pub(crate) fn cases(api: &Client, method: &str, path: &str, list: &[(&str, Value)]) {
    for (code, body) in list {
        let (status, found) = api.refused(method, path, body);
        assert_eq!((&found.as_str(), status / 100), (code, 4), "{body}");
    }
}

fn content(method: &str) -> &'static str {
    if method == "PATCH" { "application/merge-patch+json" } else { "application/json" }
}

fn versioned(path: &str) -> String {
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}version=2026-10-06&generation=2")
}
