//! What the lenient stand-in knows: whatever it was told, unchecked.

use serde_json::{Map, Value, json};

/// One object of a collection.
struct Object {
    collection: String,
    /// The id of what it belongs to, for a collection below another.
    parent: String,
    value: Value,
}

/// Everything that exists.
pub(super) struct Store {
    objects: Vec<Object>,
    pub(super) account: String,
    serial: u32,
}

impl Store {
    pub(super) fn new(seed: &Value) -> Self {
        let account = seed["account"].as_str();
        let mut store = Self {
            objects: Vec::new(),
            account: account.unwrap_or("aa2432b1fa4d4ace891e9b80fc104e34").to_owned(),
            serial: 0,
        };
        let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
        for group in list(seed, "resource_groups") {
            store.add("resource_groups", "", group);
        }
        for vpc in list(seed, "vpcs") {
            let own = store.add("vpcs", "", leaf(&vpc));
            let vpc_ref = json!({ "id": own["id"], "name": own["name"] });
            let vpc_id = text(&own["id"]);
            for prefix in list(&vpc, "address_prefixes") {
                store.add("address_prefixes", &vpc_id, zoned(leaf(&prefix)));
            }
            for subnet in list(&vpc, "subnets") {
                let mut value = zoned(leaf(&subnet));
                value["vpc"] = vpc_ref.clone();
                value["ipv4_cidr_block"] = subnet["cidr"].clone();
                let made = store.add("subnets", "", value);
                for ip in list(&subnet, "reserved_ips") {
                    store.add("reserved_ips", &text(&made["id"]), ip);
                }
            }
            for key in ["security_groups", "endpoint_gateways"] {
                for item in list(&vpc, key) {
                    let mut value = leaf(&item);
                    value["vpc"] = vpc_ref.clone();
                    value["target"] = item["target"].clone();
                    store.add(key, "", value);
                }
            }
        }
        store
    }

    /// Adds an object, completed with what every object has, and answers it.
    pub(super) fn add(&mut self, collection: &str, parent: &str, value: Value) -> Value {
        self.serial += 1;
        let mut value = match value {
            Value::Object(map) => Value::Object(map),
            _ => json!({}),
        };
        let id = match value["id"].as_str() {
            Some(id) => id.to_owned(),
            None => format!("r006-{:08x}", self.serial),
        };
        let path = match collection {
            "reserved_ips" => format!("/subnets/{parent}/reserved_ips/{id}"),
            "rules" => format!("/security_groups/{parent}/rules/{id}"),
            _ => format!("/{collection}/{id}"),
        };
        let usual = json!({
            "id": id,
            "name": format!("made-up-{}", self.serial),
            "href": format!("https://recorder.example/v1{path}"),
            "crn": format!("crn:v1:bluemix:public:is:us-south:a/{}::{collection}:{id}", self.account),
            "lifecycle_state": "stable", "lifecycle_reasons": [], "status": "available",
            "address": format!("10.9.9.{}", self.serial % 200 + 10),
            "account_id": self.account, "default": true, "state": "ACTIVE",
            "zone": { "name": "us-south-1" }, "ips": [], "security_groups": [], "rules": [],
        });
        if let (Some(own), Value::Object(usual)) = (value.as_object_mut(), usual) {
            for (key, item) in usual {
                own.entry(key).or_insert(item);
            }
        }
        self.objects.push(Object {
            collection: collection.to_owned(),
            parent: parent.to_owned(),
            value: value.clone(),
        });
        value
    }

    /// A new gateway: its addresses become reserved IPs of their subnets.
    pub(super) fn add_gateway(&mut self, mut body: Value) -> Value {
        let ips = body["ips"].take();
        body["ips"] = json!([]);
        let gateway = text(&self.add("endpoint_gateways", "", body)["id"]);
        for ip in ips.as_array().into_iter().flatten() {
            let made = match ip["id"].as_str() {
                Some(id) => self.get("reserved_ips", id),
                None => {
                    let subnet = text(&ip["subnet"]["id"]);
                    self.add("reserved_ips", &subnet, ip.clone())
                }
            };
            self.bind(&gateway, &made);
        }
        self.get("endpoint_gateways", &gateway)
    }

    /// Adds an address to what a gateway shows.
    pub(super) fn bind(&mut self, gateway: &str, ip: &Value) {
        let shown = json!({ "id": ip["id"], "name": ip["name"], "address": ip["address"],
            "href": ip["href"], "resource_type": "subnet_reserved_ip" });
        let target = json!({ "id": gateway, "resource_type": "endpoint_gateway" });
        for object in &mut self.objects {
            if object.collection == "endpoint_gateways"
                && object.value["id"] == gateway
                && let Some(ips) = object.value["ips"].as_array_mut()
            {
                ips.push(shown.clone());
            }
            if object.collection == "reserved_ips" && object.value["id"] == ip["id"] {
                object.value["target"] = target.clone();
            }
        }
    }

    /// What belongs to `parent` in a collection; an empty parent stands for any.
    pub(super) fn list(&self, collection: &str, parent: &str) -> Vec<Value> {
        self.objects
            .iter()
            .filter(|object| object.collection == collection)
            .filter(|object| parent.is_empty() || object.parent == parent)
            .map(|object| object.value.clone())
            .collect()
    }

    /// The one with that id or name, or one made up.
    pub(super) fn get(&mut self, collection: &str, reference: &str) -> Value {
        let found = self.objects.iter().find(|object| {
            object.collection == collection
                && (object.value["id"] == reference || object.value["name"] == reference)
        });
        match found {
            Some(object) => object.value.clone(),
            None => self.add(collection, "", json!({ "id": reference, "name": reference })),
        }
    }

    /// Writes the keys of a patch over an object.
    pub(super) fn patch(&mut self, collection: &str, id: &str, patch: &Value) -> Value {
        self.get(collection, id);
        for object in &mut self.objects {
            if object.collection == collection
                && object.value["id"] == id
                && let (Some(own), Some(new)) = (object.value.as_object_mut(), patch.as_object())
            {
                own.extend(new.clone());
            }
        }
        self.get(collection, id)
    }
}

/// The text of a value; empty for anything else.
pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Id, name and zone of a seed's entry.
fn leaf(value: &Value) -> Value {
    let mut map = Map::new();
    for key in ["id", "name", "region", "zone", "cidr"] {
        if let Some(item) = value.get(key) {
            map.insert(key.to_owned(), item.clone());
        }
    }
    Value::Object(map)
}

/// The zone as the API shows it.
fn zoned(mut value: Value) -> Value {
    let zone = value["zone"].take();
    value["zone"] = json!({ "name": zone });
    value
}
