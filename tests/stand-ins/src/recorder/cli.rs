//! The lenient answers of `ibmcloud`.

use serde_json::{Value, json};

use super::store::{Store, text};

/// An argument list read without a grammar: words, and flags with the argument behind them.
struct Line {
    words: Vec<String>,
    flags: Vec<(String, String)>,
}

const ALONE: [&str; 9] = [
    "--all-resource-groups",
    "--id",
    "-q",
    "--quiet",
    "-f",
    "--force",
    "--unset-resource-group",
    "--unset-region",
    "--no-region",
];

impl Line {
    fn read(argv: &[String]) -> Self {
        let mut line = Self { words: Vec::new(), flags: Vec::new() };
        let mut rest = argv.iter();
        while let Some(arg) = rest.next() {
            if !arg.starts_with('-') {
                line.words.push(arg.clone());
            } else if line.stands_alone(arg) {
                line.flags.push((arg.clone(), String::new()));
            } else if let Some((flag, value)) = arg.split_once('=') {
                line.flags.push((flag.to_owned(), value.to_owned()));
            } else {
                let value = rest.next().cloned().unwrap_or_default();
                line.flags.push((arg.clone(), value));
            }
        }
        line
    }

    /// Whether a flag has no argument behind it. That of `--default` depends on the command.
    fn stands_alone(&self, flag: &str) -> bool {
        ALONE.contains(&flag) || (flag == "--default" && self.words == ["resource", "groups"])
    }

    fn flag(&self, name: &str) -> Option<&str> {
        let found = self.flags.iter().find(|(flag, _)| flag == name);
        found.map(|(_, value)| value.as_str())
    }

    /// A word behind the command's own two.
    fn word(&self, index: usize) -> &str {
        self.words.get(index + 2).map_or("", String::as_str)
    }
}

/// What the command prints.
pub(super) fn run(store: &mut Store, argv: &[String]) -> String {
    let line = Line::read(argv);
    let first = line.words.first().map_or("", String::as_str);
    let second = line.words.get(1).map_or("", String::as_str);
    if first == "resource" && second == "group" {
        let group = store.get("resource_groups", line.word(0));
        return format!("{}\n", text(&group["id"]));
    }
    if first == "plugin" && second == "show" {
        return "Plugin Name    vpc-infrastructure\nPlugin Version 16.14.0\n".to_owned();
    }
    let value = match (first, second) {
        ("is", command) => plug_in(store, &line, command),
        ("resource", "groups") => Value::Array(store.list("resource_groups", "")),
        _ => json!({
            "account": { "guid": store.account },
            "region": { "name": line.flag("-r").unwrap_or("us-south") },
            "resource_group": { "guid": "d0", "name": "Default" },
        }),
    };
    if line.flag("--output").is_some() { format!("{value}\n") } else { "OK\n".to_owned() }
}

fn plug_in(store: &mut Store, line: &Line, command: &str) -> Value {
    match command {
        "vpcs" => Value::Array(store.list("vpcs", "")),
        "subnets" => within(store, line, "subnets"),
        "security-groups" => within(store, line, "security_groups"),
        "endpoint-gateways" => within(store, line, "endpoint_gateways"),
        "vpc" => store.get("vpcs", line.word(0)),
        "subnet" => store.get("subnets", line.word(0)),
        "endpoint-gateway" => store.get("endpoint_gateways", line.word(0)),
        "vpc-address-prefixes" => below(store, "vpcs", line.word(0), "address_prefixes"),
        "subnet-reserved-ips" => below(store, "subnets", line.word(0), "reserved_ips"),
        "security-group-rules" => below(store, "security_groups", line.word(0), "rules"),
        "subnet-reserved-ip" => store.get("reserved_ips", line.word(1)),
        "vpc-create" => store.add("vpcs", "", json!({ "name": line.word(0) })),
        "subnet-create" => create_in(store, line, "subnets"),
        "security-group-create" => create_in(store, line, "security_groups"),
        "vpc-address-prefix-create" => {
            let vpc = text(&store.get("vpcs", line.word(1))["id"]);
            let value = json!({ "name": line.word(0), "zone": { "name": line.word(2) },
                "cidr": line.word(3) });
            store.add("address_prefixes", &vpc, value)
        }
        "security-group-rule-add" => {
            let group = text(&store.get("security_groups", line.word(0))["id"]);
            let number = |flag: &str| line.flag(flag).and_then(|word| word.parse::<u32>().ok());
            let value = json!({ "name": line.flag("--name"), "direction": line.word(1),
                "protocol": line.word(2), "port_min": number("--port-min"),
                "port_max": number("--port-max"), "remote": { "cidr_block": line.flag("--remote") } });
            store.add("rules", &group, value)
        }
        "subnet-reserved-ip-create" => {
            let subnet = text(&store.get("subnets", line.word(0))["id"]);
            let mut value = json!({});
            for (flag, key) in [("--name", "name"), ("--address", "address")] {
                if let Some(word) = line.flag(flag) {
                    value[key] = json!(word);
                }
            }
            let made = store.add("reserved_ips", &subnet, value);
            if let Some(target) = line.flag("--target") {
                let gateway = text(&store.get("endpoint_gateways", target)["id"]);
                store.bind(&gateway, &made);
            }
            made
        }
        "endpoint-gateway-create" => create_gateway(store, line),
        "endpoint-gateway-reserved-ip-bind" => {
            let gateway = text(&store.get("endpoint_gateways", line.word(0))["id"]);
            let ip = store.get("reserved_ips", line.flag("--rip").unwrap_or_default());
            store.bind(&gateway, &ip);
            ip
        }
        _ => json!({ "id": "r006-anything" }),
    }
}

fn within(store: &Store, line: &Line, collection: &str) -> Value {
    let mut all = store.list(collection, "");
    if let Some(vpc) = line.flag("--vpc") {
        all.retain(|item| item["vpc"].is_null() || item["vpc"]["id"] == vpc || item["vpc"]["name"] == vpc);
    }
    Value::Array(all)
}

fn below(store: &mut Store, parents: &str, reference: &str, collection: &str) -> Value {
    let parent = text(&store.get(parents, reference)["id"]);
    Value::Array(store.list(collection, &parent))
}

fn create_in(store: &mut Store, line: &Line, collection: &str) -> Value {
    let vpc = store.get("vpcs", line.word(1));
    let value = json!({ "name": line.word(0), "vpc": { "id": vpc["id"], "name": vpc["name"] },
        "ipv4_cidr_block": line.flag("--ipv4-cidr-block") });
    store.add(collection, "", value)
}

fn create_gateway(store: &mut Store, line: &Line) -> Value {
    let vpc = store.get("vpcs", line.flag("--vpc").unwrap_or_default());
    let target = line.flag("--target").unwrap_or_default();
    let mut ips = Vec::new();
    for (_, value) in line.flags.iter().filter(|(flag, _)| flag == "--new-reserved-ip") {
        ips.push(serde_json::from_str::<Value>(value).unwrap_or_default());
    }
    for id in line.flag("--rip").into_iter().flat_map(|list| list.split(',')) {
        ips.push(json!({ "id": id }));
    }
    let mut value = json!({
        "vpc": { "id": vpc["id"], "name": vpc["name"] },
        "target": { "crn": target, "name": target, "resource_type": line.flag("--target-type") },
        "dns_resolution_binding_mode": line.flag("--dns-resolution-binding-mode"),
        "ips": ips,
    });
    if let Some(name) = line.flag("--name") {
        value["name"] = json!(name);
    }
    store.add_gateway(value)
}
