//! A plan whose every free text is given from outside.

use serde_json::{Value, json};
use vpe_planner::plan::{self, Plan};

/// Everything that a quoting mistake would trip over.
pub(crate) const HOSTILE: &str = "a'b\"c`pwned`$(pwned)${pwned}%{ if pwned }$${x}\\(6*7)\\\\(1)\\u0041\\\n\r\tü€漢\u{2028}\u{202e} -- ;&|*?#!~";

/// A plan made of texts, and where each must arrive.
pub(crate) struct Texts<'f> {
    make: &'f dyn Fn(usize) -> String,
    next: usize,
    /// Texts that the CLI gets in its arguments.
    pub(crate) cli: Vec<String>,
    /// Texts that the API gets in queries, paths and bodies.
    pub(crate) api: Vec<String>,
    /// Texts that Terraform files hold.
    pub(crate) terraform: Vec<String>,
}

impl<'f> Texts<'f> {
    /// Takes the text of each field from `make`, which numbers them.
    pub(crate) fn new(make: &'f dyn Fn(usize) -> String) -> Self {
        Self { make, next: 0, cli: Vec::new(), api: Vec::new(), terraform: Vec::new() }
    }

    fn silent(&mut self) -> String {
        self.next += 1;
        (self.make)(self.next)
    }

    fn text(&mut self, cli: bool, api: bool) -> String {
        let text = self.silent();
        if cli {
            self.cli.push(text.clone());
        }
        if api {
            self.api.push(text.clone());
        }
        self.terraform.push(text.clone());
        text
    }

    fn all(&mut self) -> String {
        self.text(true, true)
    }

    /// The plan, and the seed in which what it says to exist does.
    pub(crate) fn plan(&mut self, region: &str) -> (Plan, Value) {
        let existing = |id: &str| json!({ "kind": "existing", "id": id });
        // What exists by name is compared here and arrives nowhere but in Terraform.
        let (vpc, subnet, group, ip) =
            (self.terraform(), self.terraform(), self.terraform(), self.terraform());
        let payments = self.text(false, true);
        let (api_version, plan_name) = (self.text_of_api(), self.silent());
        let ids: Vec<String> = (0..4).map(|_| self.all()).collect();
        let ip_id = self.all();
        let gateway_id = self.all();
        let (zone, prefix) = (self.silent(), self.silent());
        let ip_name = format!("{prefix}-{zone}");
        self.terraform.push(zone.clone());
        for all in [&mut self.cli, &mut self.api, &mut self.terraform] {
            all.push(ip_name.clone());
        }
        let plan = json!({ "vpe_planner": 1, "plan": {
            "name": plan_name,
            "targets": { "cli": "from16", "api": api_version, "provider": "from_2_1" },
            "vpcs": [
                { "key": "new", "wanted": {
                    "name": self.all(), "region": region, "resource_group": payments,
                    "prefixes": [{ "key": "p", "wanted": { "name": self.all(), "zone": self.all(), "cidr": self.all() } }],
                    "subnets": [{ "key": "s", "wanted": { "name": self.all(), "zone": self.terraform(), "cidr": self.all(), "resource_group": payments } }],
                    "security_groups": [{ "key": "g", "wanted": { "name": self.all(), "rules": [
                        { "key": "r", "wanted": { "name": self.all(), "direction": "inbound", "protocol": "tcp",
                            "port_min": self.all(), "port_max": self.all(), "remote": self.all() } },
                        { "key": "r2", "wanted": { "direction": "inbound", "protocol": "tcp", "remote": self.all() } }
                    ] } }],
                } },
                { "key": "named", "origin": { "kind": "existing" }, "wanted": { "name": vpc, "region": region,
                    "subnets": [{ "key": "ns", "origin": { "kind": "existing" }, "wanted": { "name": subnet,
                        "reserved_ips": [{ "key": "nr", "name": ip }, { "key": "nr2", "id": ip_id }] } }],
                    "security_groups": [{ "key": "ng", "origin": { "kind": "existing" }, "wanted": { "name": group } }] } },
                { "key": "known", "origin": existing(&ids[0]), "wanted": { "name": "", "region": region,
                    "subnets": [{ "key": "ks", "origin": existing(&ids[1]), "wanted": { "name": "" } }],
                    "security_groups": [{ "key": "kg", "origin": existing(&ids[2]), "wanted": { "name": "" } }] } }
            ],
            "gateways": [
                { "key": "a", "wanted": { "name": self.all(), "vpc": "new",
                    "target": { "kind": "provider_cloud_service", "crn": self.all() },
                    "addresses": [{ "zone": zone, "subnet": "s", "how": "given", "address": self.all() }],
                    "ip_prefix": prefix, "security_groups": ["g"], "resource_group": payments,
                    "tags": [self.all()], "access_tags": [self.all()] } },
                { "key": "b", "wanted": { "name": self.all(), "vpc": "named",
                    "target": { "kind": "provider_infrastructure_service", "name": self.all() },
                    "addresses": [
                        { "zone": "us-south-1", "subnet": "ns", "how": "existing", "reserved_ip": "nr" },
                        { "zone": "us-south-2", "subnet": "ns", "how": "existing", "reserved_ip": "nr2" } ],
                    "security_groups": ["ng"] } },
                { "key": "c", "wanted": { "name": self.all(), "vpc": "known", "resource_group": ids[3],
                    "target": { "kind": "private_path_service_gateway", "crn": self.all() },
                    "security_groups": ["kg"] } },
                { "key": "d", "origin": existing(&gateway_id), "wanted": { "name": "", "vpc": "known",
                    "target": { "kind": "provider_cloud_service" },
                    "addresses": [{ "zone": "us-south-1", "subnet": "ks", "how": "given", "address": self.all() }],
                    "ip_prefix": self.silent() } }
            ]
        } });
        let seed = json!({
            "resource_groups": [{ "name": payments }, { "name": ids[3] }],
            "vpcs": [
                { "name": vpc, "region": region,
                  "subnets": [{ "name": subnet, "zone": "us-south-1", "cidr": "10.0.0.0/24",
                      "reserved_ips": [{ "name": ip, "address": "10.0.0.9" }, { "id": ip_id, "address": "10.0.0.10" }] }],
                  "security_groups": [{ "name": group }] },
                { "id": ids[0], "region": region, "subnets": [{ "id": ids[1] }],
                  "security_groups": [{ "id": ids[2] }], "endpoint_gateways": [{ "id": gateway_id }] }
            ],
        });
        // A resource group that is no id is a name, which the CLI compares here.
        self.cli.retain(|text| *text != ids[3]);
        let plan = plan::read(&plan.to_string()).unwrap_or_else(|e| panic!("{e}"));
        (plan, seed)
    }

    fn terraform(&mut self) -> String {
        self.text(false, false)
    }

    fn text_of_api(&mut self) -> String {
        let text = self.silent();
        self.api.push(text.clone());
        text
    }
}
