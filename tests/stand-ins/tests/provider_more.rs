//! What stands beside gateways, through the real terraform: group targets, tags of a resource of its own,
//! authorization policies (Terraform facts §1.10, §1.12, §1.13).

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{have_terraform, seed};
use serde_json::json;
use stand_ins::Cloud;

const MAIN: &str = r#"
terraform {
  required_providers {
    ibm = {
      source = "IBM-Cloud/ibm"
    }
  }
}
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
    std::fs::write(&file, MAIN).unwrap();
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
    std::fs::write(&file, MAIN.replace("= \"endpoint-gateway\"", "= \"vpc\"")).unwrap();
    let changes: Vec<String> = terraform.plan().unwrap().into_iter().map(|one| one.does).collect();
    assert_eq!(changes, ["replace"]);
    terraform.destroy().unwrap();
    assert_eq!(cloud.state(), before);
    assert_eq!(cloud.counts()["delete_v2_policy"], 1);
    assert_eq!(cloud.refusals(), []);
}
