//! What the stand-in provider does to an account through the real terraform: which change replaces,
//! which stays in place, what an import finds (Terraform facts §1, §2).

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{have_terraform, seed};
use serde_json::{Value, json};
use stand_ins::{Change, Cloud, Terraform, Tool};
use tempfile::TempDir;

/// A group with a rule, and a gateway with an address in two zones, in a VPC that exists.
const BASE: &str = r#"
terraform {
  required_providers {
    ibm = {
      source = "IBM-Cloud/ibm"
    }
  }
}
data "ibm_resource_group" "network" {
  name = "network"
}
data "ibm_is_vpc" "payments" {
  name = "payments"
}
resource "ibm_is_security_group" "endpoints" {
  name = "endpoints"
  vpc  = data.ibm_is_vpc.payments.id
}
resource "ibm_is_security_group_rule" "https" {
  group     = ibm_is_security_group.endpoints.id
  name      = "https"
  direction = "inbound"
  remote    = "10.240.0.0/16"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
}
resource "ibm_is_virtual_endpoint_gateway" "kms" {
  name                        = "kms"
  vpc                         = data.ibm_is_vpc.payments.id
  resource_group              = data.ibm_resource_group.network.id
  security_groups             = [ibm_is_security_group.endpoints.id]
  dns_resolution_binding_mode = "primary"
  tags                        = ["team:payments"]
  target {
    crn           = "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com"
    resource_type = "provider_cloud_service"
  }
}
locals {
  zones = {
    one = { subnet = "0717-one", name = "kms-1", address = "10.240.0.10" }
    two = { subnet = "0727-two", name = "kms-2", address = null }
  }
}
resource "ibm_is_subnet_reserved_ip" "kms" {
  for_each = local.zones
  subnet   = each.value.subnet
  name     = each.value.name
  address  = each.value.address
}
resource "ibm_is_virtual_endpoint_gateway_ip" "kms" {
  for_each    = local.zones
  gateway     = ibm_is_virtual_endpoint_gateway.kms.id
  reserved_ip = ibm_is_subnet_reserved_ip.kms[each.key].reserved_ip
}
"#;

const GATEWAY: &str = "ibm_is_virtual_endpoint_gateway.kms";
const RULE: &str = "ibm_is_security_group_rule.https";

fn ip(zone: &str) -> String {
    format!("ibm_is_subnet_reserved_ip.kms[\"{zone}\"]")
}

fn binding(zone: &str) -> String {
    format!("ibm_is_virtual_endpoint_gateway_ip.kms[\"{zone}\"]")
}

/// A folder whose one file can be written anew.
struct Folder {
    path: TempDir,
}

impl Folder {
    fn of(text: &str) -> Self {
        let folder = Self { path: tempfile::tempdir().unwrap() };
        folder.write(text);
        folder
    }

    fn write(&self, text: &str) {
        std::fs::write(self.path.path().join("main.tf"), text).unwrap();
    }

    fn on(&self, cloud: &Cloud) -> Terraform {
        cloud.terraform(self.path.path())
    }
}

/// What is replaced by what, or which resource is to change in which way.
type Pairs<'a> = &'a [(&'a str, &'a str)];

fn changes(list: &[(&str, &str)]) -> Vec<Change> {
    let mut changes: Vec<Change> = list
        .iter()
        .map(|(address, does)| Change { address: (*address).to_owned(), does: (*does).to_owned() })
        .collect();
    changes.sort();
    changes
}

/// The values of one resource in the state.
fn values(terraform: &Terraform, address: &str) -> Value {
    let state = terraform.state().unwrap();
    let all = state["values"]["root_module"]["resources"].as_array().unwrap().clone();
    all.into_iter().find(|one| one["address"] == address).unwrap()["values"].clone()
}

#[test]
fn what_is_made_settles_changes_as_the_provider_says_and_goes() {
    if !have_terraform("what_is_made_settles_changes_as_the_provider_says_and_goes") {
        return;
    }
    let mut seed = seed();
    seed["settings"] = json!({"pending_reads": 3});
    let cloud = Cloud::start(seed);
    let folder = Folder::of(BASE);
    let terraform = folder.on(&cloud);
    assert_eq!(terraform.apply().unwrap().len(), 7);
    assert_eq!(cloud.refusals(), []);
    // The gateway was read before its addresses were bound, and is not read again.
    assert_eq!(values(&terraform, GATEWAY)["ips"], json!([]));
    assert_eq!(values(&terraform, &ip("one"))["address"], "10.240.0.10");
    assert_eq!(terraform.settled(), Ok(()));
    let made = cloud.log();
    assert!(made.iter().all(|call| call.tool == Tool::Terraform));
    let address = made.iter().find(|call| call.id == "create_reserved_ip").unwrap();
    assert_eq!(address.body["auto_delete"], false, "it is sent when it is left out");

    let zones = ["one", "two", "other", "three"];
    let [one, two, other, three] = zones.map(binding);
    let [ip_one, ip_two, ip_other, ip_three] = zones.map(ip);
    let rename = ("\"kms\"\n  vpc", "\"vault\"\n  vpc");
    let port = ("= 443\n", "= 8443\n");
    let group = (".network.id\n", ".network.id == \"\" ? \"\" : \"000000000000000000000000000000d0\"\n");
    let ip_name = ("\"kms-1\"", "\"kms-one\"");
    let target = (":kms:us-south:::endpoint:private.us-south", ":kms:us-east:::endpoint:private.us-east");
    let address = ("10.240.0.10", "10.240.0.11");
    let mode = ("\"primary\"", "\"disabled\"");
    let other_zone = ("two = {", "other = {");
    let new_zone = (
        "address = null }\n",
        "address = null }\n three = { subnet = \"0737-three\", name = \"kms-3\", address = null }\n",
    );
    let case_of_tag = ("[\"team:payments\"]", "[\"Team:Payments\"]");
    let inline = ("  target {", "  ips {\n    subnet = \"0737-three\"\n  }\n  target {");
    let no_groups = ("  security_groups             = [ibm_is_security_group.endpoints.id]\n", "");
    let auto =
        ("  address  = each.value.address\n", "  address  = each.value.address\n  auto_delete = true\n");
    let replaced = [(GATEWAY, "replace"), (&one, "replace"), (&two, "replace")];
    let cases: &[(Pairs<'_>, Pairs<'_>)] = &[
        (&[rename, port], &[&replaced[..], &[(RULE, "update")]].concat()),
        (&[group, ip_name], &[&replaced[..], &[(&ip_one, "update")]].concat()),
        (&[target], &replaced),
        (&[address, mode], &[(&ip_one, "replace"), (&one, "replace"), (GATEWAY, "update")]),
        (
            &[other_zone, new_zone],
            &[
                (&ip_two, "delete"),
                (&two, "delete"),
                (&ip_other, "create"),
                (&other, "create"),
                (&ip_three, "create"),
                (&three, "create"),
            ],
        ),
        // Tags are told apart without case, a later inline address is not seen, and what is left
        // out stays as it is.
        (&[case_of_tag, inline, no_groups], &[]),
        (&[auto], &[(&ip_one, "update"), (&ip_two, "update")]),
    ];
    for (edits, expected) in cases {
        folder.write(&edits.iter().fold(BASE.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        }));
        assert_eq!(terraform.plan().as_ref(), Ok(&changes(expected)), "{edits:?}");
    }
    let refused: &[(&str, &str, &str)] = &[
        ("= \"tcp\"", "= \"udp\"", "this cannot be changed after creation"),
        (
            "tags                        = [",
            "access_tags = [\"who:knows\"]\n  tags = [",
            "Access tag(s) who:knows",
        ),
        ("name = \"payments\"", "name = \"payment\"", "No VPC found with name payment"),
        ("name = \"network\"", "name = \"net\"", "resource group is not found: net"),
    ];
    for (from, to, why) in refused {
        folder.write(&BASE.replace(from, to));
        let said = terraform.plan().unwrap_err();
        assert!(said.contains(why), "{from} -> {to}: {said}");
    }

    // Several of them for true, in one go.
    let changed = BASE
        .replace("\"kms\"\n  vpc", "\"vault\"\n  vpc")
        .replace("10.240.0.10", "10.240.0.11")
        .replace("\"kms-2\"", "\"kms-two\"")
        .replace("\"team:payments\"", "\"env:prod\"")
        .replace("= 443\n", "= 8443\n");
    folder.write(&changed);
    terraform.apply().unwrap();
    assert_eq!(terraform.settled(), Ok(()));
    let state = cloud.state();
    let gateway = &state["vpcs"][0]["endpoint_gateways"][0];
    assert_eq!(gateway["name"], "vault");
    assert_eq!(gateway["ips"]["us-south-1"]["address"], "10.240.0.11");
    assert_eq!(gateway["ips"]["us-south-2"]["name"], "kms-two");
    assert_eq!(gateway["tags"]["user"], json!(["env:prod"]));
    assert_eq!(state["vpcs"][0]["security_groups"][0]["rules"][0]["port_min"], 8443);
    // In place: groups, mode and tags of the gateway.
    folder.write(
        &changed.replace("\"primary\"", "\"disabled\"").replace("\"env:prod\"", "\"team:payments\"").replace(
            "[ibm_is_security_group.endpoints.id]",
            "[data.ibm_is_vpc.payments.default_security_group]",
        ),
    );
    assert_eq!(terraform.apply(), Ok(changes(&[(GATEWAY, "update")])));
    assert_eq!(terraform.settled(), Ok(()));
    let state = cloud.state();
    let gateway = &state["vpcs"][0]["endpoint_gateways"][0];
    assert_eq!(gateway["dns_resolution_binding_mode"], "disabled");
    assert_eq!(gateway["security_groups"], json!(["default of the VPC"]));
    assert_eq!(gateway["tags"]["user"], json!(["team:payments"]));
    assert_eq!(terraform.destroy().unwrap().len(), 7);
    assert_eq!(cloud.state(), json!({"vpcs": []}));
    assert_eq!(cloud.refusals(), []);
}

/// A binding never reads back its gateway, and a rule never its ports (Terraform facts §2.4, §2.12).
#[test]
fn what_exists_is_imported_with_the_provider_s_gaps() {
    if !have_terraform("what_exists_is_imported_with_the_provider_s_gaps") {
        return;
    }
    let cloud = Cloud::start(seed());
    let folder = Folder::of(BASE);
    let terraform = folder.on(&cloud);
    terraform.apply().unwrap();
    let id = |address: &str| values(&terraform, address)["id"].as_str().unwrap().to_owned();
    let all = [
        ("ibm_is_security_group.endpoints".to_owned(), "import"),
        (RULE.to_owned(), "import update"),
        (GATEWAY.to_owned(), "import"),
        (ip("one"), "import"),
        (ip("two"), "import"),
        (binding("one"), "import replace"),
        (binding("two"), "import replace"),
    ];
    let blocks: String = all
        .iter()
        .map(|(address, _)| format!("import {{\n  to = {address}\n  id = \"{}\"\n}}\n", id(address)))
        .collect();
    let made = cloud.state();
    std::fs::remove_file(folder.path.path().join("terraform.tfstate")).unwrap();
    let whole = format!("{BASE}{blocks}");
    folder.write(&whole);
    let expected: Vec<(&str, &str)> = all.iter().map(|(address, does)| (address.as_str(), *does)).collect();
    assert_eq!(terraform.plan(), Ok(changes(&expected)));
    // With `ignore_changes` nothing but the rule's ports is left to do, and then nothing.
    let ignoring = whole.replace(
        "[each.key].reserved_ip\n",
        "[each.key].reserved_ip\n  lifecycle {\n    ignore_changes = [gateway]\n  }\n",
    );
    folder.write(&ignoring);
    let before = cloud.log().len();
    terraform.apply().unwrap();
    let calls: Vec<String> = cloud.log().split_off(before).into_iter().map(|call| call.id).collect();
    assert_eq!(calls, ["patch_rule"]);
    assert_eq!(cloud.state(), made);
    assert_eq!(terraform.settled(), Ok(()));
    // A rule's id has a dot, though the provider's page shows a slash.
    let slashed = id(RULE).replace('.', "/");
    terraform.run(&["state", "rm", RULE]).well().unwrap();
    folder.write(BASE);
    let said = terraform.import(RULE, &slashed).unwrap_err();
    assert!(said.contains("does not have two parts"), "{said}");
}

/// What `validate` and `plan` let pass, the service refuses, and the run says which step it was.
#[test]
fn what_the_service_refuses_fails_at_apply() {
    if !have_terraform("what_the_service_refuses_fails_at_apply") {
        return;
    }
    let cloud = Cloud::start(seed());
    let folder = Folder::of(&BASE.replace("\"primary\"", "\"shared\""));
    let terraform = folder.on(&cloud);
    assert_eq!(terraform.plan().unwrap().len(), 7);
    let said = terraform.apply().unwrap_err();
    assert!(said.starts_with(&format!("{GATEWAY}: POST /us-south/v1/endpoint_gateways: ")), "{said}");
    // Everything else was made, and a second try needs only the gateway.
    folder.write(&BASE.replace("0727-two", "0717-one"));
    assert_eq!(terraform.validate(), Ok(()));
    let said = terraform.apply().unwrap_err();
    assert!(said.contains("Only 1 Reserved IP per Endpoint Gateway per zone supported"), "{said}");
    folder.write(BASE);
    terraform.apply().unwrap();
    assert_eq!(terraform.settled(), Ok(()));
    assert_eq!(cloud.counts()["create_endpoint_gateway"], 1);
    assert_eq!(cloud.refusals().len(), 2);
}

/// The provider waits for its whole time before it lets a gateway through that its service has not
/// admitted, one look every ten seconds (Terraform facts §2.12).
#[test]
fn a_private_path_gateway_is_let_through_after_its_time() {
    if !have_terraform("a_private_path_gateway_is_let_through_after_its_time") {
        return;
    }
    let private = BASE
        .replace(
            "public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com",
            "public:is:us-south:a/aa2432b1fa4d4ace891e9b80fc104e34::private-path-service-gateway:r006-1",
        )
        .replace(
            "\"provider_cloud_service\"\n  }\n",
            "\"private_path_service_gateway\"\n  }\n  timeouts {\n    create = \"2m\"\n  }\n",
        );
    let looks = |text: &str| {
        let cloud = Cloud::start(seed());
        let folder = Folder::of(text);
        folder.on(&cloud).apply().unwrap();
        assert_eq!(cloud.refusals(), []);
        cloud.reads().iter().filter(|call| call.id == "get_endpoint_gateway").count()
    };
    // One more reads what is kept in the state.
    assert_eq!(looks(&private), 12 + 1);
    assert_eq!(looks(&private.replace("  timeouts {\n    create = \"2m\"\n  }\n", "")), 180 + 1);
}
