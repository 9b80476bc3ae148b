//! What stands beside gateways, through the real terraform: group targets, tags of a resource of their
//! own, authorization policies, hubs, bindings to buckets, network ACLs (Terraform facts §1.3, §1.10 to
//! §1.13b).

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{have_terraform, seed};
use serde_json::json;
use stand_ins::Cloud;

const HEAD: &str = r#"
terraform {
  required_providers {
    ibm = {
      source = "IBM-Cloud/ibm"
    }
  }
}
"#;

const BESIDE: &str = r#"
resource "ibm_is_security_group" "extra" {
  name = "extra"
  vpc  = "r006-payments"
}
resource "ibm_is_virtual_endpoint_gateway" "ntp" {
  name = "ntp"
  vpc  = "r006-payments"
  target {
    name          = "ibm-ntp-server"
    resource_type = "provider_infrastructure_service"
  }
}
resource "ibm_is_security_group_target" "ntp" {
  security_group = ibm_is_security_group.extra.id
  target         = ibm_is_virtual_endpoint_gateway.ntp.id
}
resource "ibm_resource_tag" "ntp" {
  resource_id = ibm_is_virtual_endpoint_gateway.ntp.crn
  tag_type    = "access"
  tags        = ["env:prod"]
}
resource "ibm_iam_authorization_policy" "cos" {
  source_service_name    = "is"
  source_resource_type   = "endpoint-gateway"
  source_service_account = "0123456789abcdef0123456789abcdef"
  target_service_name    = "cloud-object-storage"
  roles                  = ["Viewer"]
}
"#;

#[test]
fn targets_tags_and_policies_are_made_settle_and_go() {
    if !have_terraform("targets_tags_and_policies_are_made_settle_and_go") {
        return;
    }
    let cloud = Cloud::start(seed());
    let before = cloud.state();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("main.tf");
    std::fs::write(&file, format!("{HEAD}{BESIDE}")).unwrap();
    let terraform = cloud.terraform(folder.path());
    terraform.apply().unwrap();
    assert_eq!(terraform.settled(), Ok(()));
    let counts = cloud.counts();
    for call in ["add_security_group_target", "attach_tags", "create_v2_policy"] {
        assert_eq!(counts[call], 1, "{call}");
    }
    let gateway = cloud.state()["vpcs"][0]["endpoint_gateways"][0].clone();
    assert_eq!(gateway["security_groups"], json!(["default of the VPC", "extra"]));
    assert_eq!(gateway["tags"]["access"], json!(["env:prod"]));
    // A policy of another source is a new one.
    let other = BESIDE.replace("= \"endpoint-gateway\"", "= \"vpc\"");
    std::fs::write(&file, format!("{HEAD}{other}")).unwrap();
    let changes: Vec<String> = terraform.plan().unwrap().into_iter().map(|one| one.does).collect();
    assert_eq!(changes, ["replace"]);
    terraform.destroy().unwrap();
    assert_eq!(cloud.state(), before);
    assert_eq!(cloud.counts()["delete_v2_policy"], 1);
    assert_eq!(cloud.refusals(), []);
}

const HUB: &str = r#"
resource "ibm_is_vpc" "hub" {
  name = "hub"
  dns {
    enable_hub = true
  }
}
resource "ibm_is_virtual_endpoint_gateway" "hub" {
  name                        = "cos"
  vpc                         = ibm_is_vpc.hub.id
  dns_resolution_binding_mode = "primary"
  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }
}
resource "ibm_is_vpc_dns_resolution_binding" "to_hub" {
  name   = "to-hub"
  vpc_id = "r006-payments"
  vpc {
    id = ibm_is_vpc.hub.id
  }
  depends_on = [ibm_is_virtual_endpoint_gateway.hub]
}
resource "ibm_is_virtual_endpoint_gateway" "spoke" {
  name                        = "cos"
  vpc                         = "r006-payments"
  dns_resolution_binding_mode = "per_resource_binding"
  target {
    crn           = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud"
    resource_type = "provider_cloud_service"
  }
  depends_on = [ibm_is_vpc_dns_resolution_binding.to_hub]
}
resource "ibm_is_virtual_endpoint_gateway_resource_binding" "ledger" {
  name                = "ledger"
  endpoint_gateway_id = ibm_is_virtual_endpoint_gateway.spoke.id
  target {
    crn = "crn:v1:bluemix:public:cloud-object-storage:global:a/0123456789abcdef0123456789abcdef:1b2c:bucket:ledger"
  }
}
"#;

#[test]
fn a_hub_a_spoke_and_a_bucket_are_made_settle_and_go() {
    if !have_terraform("a_hub_a_spoke_and_a_bucket_are_made_settle_and_go") {
        return;
    }
    let cloud = Cloud::start(seed());
    let before = cloud.state();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("main.tf");
    std::fs::write(&file, format!("{HEAD}{HUB}")).unwrap();
    let terraform = cloud.terraform(folder.path());
    terraform.apply().unwrap();
    assert_eq!(terraform.settled(), Ok(()));
    assert_eq!(cloud.refusals(), []);
    // A bucket cannot be exchanged, though
    // the plan says so, and a binding without a name never settles (Terraform facts §2.12).
    let edits = [("bucket:ledger", "bucket:audit"), ("  name                = \"ledger\"\n", "")];
    for (from, to) in edits {
        std::fs::write(&file, format!("{HEAD}{}", HUB.replace(from, to))).unwrap();
        let changes: Vec<String> = terraform.plan().unwrap().into_iter().map(|one| one.does).collect();
        assert_eq!(changes, ["update"], "{from}");
        let sent = cloud.log().len();
        terraform.apply().unwrap();
        assert_eq!(cloud.log().len(), sent, "{from}");
        assert!(terraform.settled().is_err(), "{from}");
    }
    terraform.destroy().unwrap();
    assert_eq!(cloud.state(), before);
    assert_eq!(cloud.refusals(), []);
}

const ACLS: &str = r#"
resource "ibm_is_network_acl" "inline" {
  name = "inline"
  vpc  = "r006-payments"
  rules {
    name        = "https"
    action      = "allow"
    direction   = "inbound"
    source      = "10.240.0.0/16"
    destination = "0.0.0.0/0"
    protocol    = "tcp"
    port_min    = 443
    port_max    = 443
  }
  rules {
    name        = "rest"
    action      = "deny"
    direction   = "inbound"
    source      = "0.0.0.0/0"
    destination = "0.0.0.0/0"
    protocol    = "udp"
  }
}
resource "ibm_is_network_acl" "apart" {
  name = "apart"
  vpc  = "r006-payments"
}
resource "ibm_is_network_acl_rule" "last" {
  network_acl = ibm_is_network_acl.apart.id
  name        = "last"
  action      = "deny"
  direction   = "inbound"
  source      = "0.0.0.0/0"
  destination = "0.0.0.0/0"
}
resource "ibm_is_network_acl_rule" "first" {
  network_acl = ibm_is_network_acl.apart.id
  name        = "first"
  action      = "allow"
  direction   = "inbound"
  source      = "10.240.0.0/16"
  destination = "0.0.0.0/0"
  protocol    = "tcp"
  port_min    = 443
  port_max    = 443
  before      = ibm_is_network_acl_rule.last.rule_id
}
"#;

#[test]
fn network_acls_are_made_in_order_settle_change_and_go() {
    if !have_terraform("network_acls_are_made_in_order_settle_change_and_go") {
        return;
    }
    let cloud = Cloud::start(seed());
    let before = cloud.state();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("main.tf");
    std::fs::write(&file, format!("{HEAD}{ACLS}")).unwrap();
    let terraform = cloud.terraform(folder.path());
    terraform.apply().unwrap();
    assert_eq!(terraform.settled(), Ok(()));
    let api = common::client(&cloud);
    let acls = api.list("/network_acls", "network_acls");
    let names = |acl: &str| -> Vec<String> {
        let acl = acls.iter().find(|one| one["name"] == acl).unwrap();
        acl["rules"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names("inline"), ["https", "rest"]);
    assert_eq!(names("apart"), ["first", "last"]);
    // Inline rules are all made anew; a rule of its own changes in place.
    let made = cloud.counts()["create_network_acl_rule"];
    std::fs::write(&file, format!("{HEAD}{}", ACLS.replace("= 443\n", "= 8443\n"))).unwrap();
    let changes: Vec<String> = terraform.apply().unwrap().into_iter().map(|one| one.does).collect();
    assert_eq!(changes, ["update", "update"]);
    assert_eq!(cloud.counts()["create_network_acl_rule"], made + 2);
    assert_eq!(cloud.counts()["patch_network_acl_rule"], 1);
    assert_eq!(terraform.settled(), Ok(()));
    terraform.destroy().unwrap();
    assert_eq!(cloud.state(), before);
    assert_eq!(cloud.refusals(), []);
}
