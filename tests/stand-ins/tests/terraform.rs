//! The table of Terraform arguments against a configuration written by hand.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

use stand_ins::mutants::Allows;
use stand_ins::terraform::{check, surviving_mutants};

const GOOD: &str = r#"terraform {
  required_version = ">= 1.5.0"

  required_providers {
    ibm = {
      source  = "IBM-Cloud/ibm"
      version = ">= 2.1.0, < 3.0.0"
    }
  }
}

provider "ibm" {
  region = "us-south"
}

variable "vpc_id" {
  type        = string
  description = "The id of the VPC."
}

data "ibm_resource_group" "main" {
  name = "Default"
}

data "ibm_is_subnet" "old" {
  name = "old"
  vpc  = var.vpc_id
}

data "ibm_is_subnet_reserved_ips" "old" {
  subnet = data.ibm_is_subnet.old.id
}

locals {
  kept_ip = one([for ip in data.ibm_is_subnet_reserved_ips.old.reserved_ips : ip.reserved_ip if ip.name == "kept"])
}

resource "ibm_is_security_group" "endpoints" {
  name           = "endpoints"
  vpc            = var.vpc_id
  resource_group = data.ibm_resource_group.main.id
}

resource "ibm_is_security_group_rule" "https" {
  group     = ibm_is_security_group.endpoints.id
  name      = "https"
  direction = "inbound"
  protocol  = "tcp"
  port_min  = 443
  port_max  = 443
  remote    = "10.240.0.0/18"
}

resource "ibm_is_virtual_endpoint_gateway" "kms" {
  name                        = "payments-kms"
  vpc                         = var.vpc_id
  resource_group              = data.ibm_resource_group.main.id
  security_groups             = [ibm_is_security_group.endpoints.id]
  dns_resolution_binding_mode = "primary"
  tags                        = ["team:payments"]

  target {
    crn           = "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com"
    resource_type = "provider_cloud_service"
  }

  timeouts {
    create = "30m"
  }

  lifecycle {
    precondition {
      condition     = data.ibm_resource_group.main.account_id == "aa2432b1fa4d4ace891e9b80fc104e34"
      error_message = "This is another account."
    }
  }
}

resource "ibm_is_subnet_reserved_ip" "kms" {
  for_each = {
    "us-south-1" = { subnet = data.ibm_is_subnet.old.id, name = "kms-1", address = "10.240.0.10" }
    "us-south-2" = { subnet = data.ibm_is_subnet.old.id, name = "kms-2", address = null }
  }

  subnet  = each.value.subnet
  name    = each.value.name
  address = each.value.address
}

resource "ibm_is_virtual_endpoint_gateway_ip" "kms" {
  for_each = ibm_is_subnet_reserved_ip.kms

  gateway     = ibm_is_virtual_endpoint_gateway.kms.id
  reserved_ip = each.value.reserved_ip
}

resource "ibm_is_virtual_endpoint_gateway_ip" "kept" {
  gateway     = ibm_is_virtual_endpoint_gateway.kms.id
  reserved_ip = local.kept_ip
}

output "kms_addresses" {
  description = "The addresses by zone."
  value       = { for zone, ip in ibm_is_subnet_reserved_ip.kms : zone => ip.address }
}
"#;

fn why(text: &str) -> String {
    match check(&[("main.tf", text)]) {
        Ok(_) => String::new(),
        Err(refusals) => {
            let lines: Vec<String> =
                refusals.iter().map(|one| format!("{}: {}", one.what, one.why)).collect();
            lines.join("\n")
        }
    }
}

/// The fault of the good text with one piece of it changed.
fn changed(from: &str, to: &str) -> String {
    assert_eq!(GOOD.matches(from).count(), 1, "{from}");
    why(&GOOD.replace(from, to))
}

#[test]
fn the_shape_of_an_export_is_right_and_every_argument_is_told() {
    let uses = check(&[("main.tf", GOOD)]).unwrap();
    let told: Vec<(&str, &str)> =
        uses.iter().map(|used| (used.address.as_str(), used.path.as_str())).collect();
    assert!(told.contains(&("ibm_is_virtual_endpoint_gateway.kms", "target.crn")));
    assert!(told.contains(&("ibm_is_virtual_endpoint_gateway.kms", "timeouts.create")));
    assert!(told.contains(&("terraform", "required_providers.ibm")));
    assert!(uses.iter().all(|used| !used.source.is_empty()));
}

#[test]
fn what_the_provider_has_not_is_refused() {
    let no = |from: &str, to: &str, expected: &str| {
        let why = changed(from, to);
        assert!(why.contains(expected), "{to}: {why:?}");
    };
    no("port_min  = 443", "port_mni  = 443", "no such argument");
    no("  name      = \"https\"", "  rule_id   = \"x\"", "cannot be set");
    no("direction = \"inbound\"", "direction = \"egress\"", "has not the form");
    no("protocol  = \"tcp\"", "protocol  = \"all\"", "has not the form");
    no("\"primary\"", "\"primery\"", "has not the form");
    no("\"payments-kms\"", "\"Payments\"", "has not the form");
    no("\"provider_cloud_service\"", "\"cloud\"", "has not the form");
    no("crn:v1:bluemix", "bluemix", "has not the form");
    no("  port_max  = 443\n", "", "it needs port_max");
    no("  protocol  = \"tcp\"\n", "", "it needs protocol");
    no("  target {", "  targets {", "no such block");
    no("create = \"30m\"", "creat = \"30m\"", "no such timeout");
    no("region = \"us-south\"", "region = \"us-sooth\"", "has not the form");
    no("source  = \"IBM-Cloud/ibm\"", "source  = \"hashicorp/ibm\"", "the source is");
    no("  vpc  = var.vpc_id\n", "", "it needs vpc");
    no("[ibm_is_security_group.endpoints.id]", "\"r006-a\"", "not what it takes");
}

#[test]
fn references_lead_somewhere() {
    let no = |from: &str, to: &str, expected: &str| {
        let why = changed(from, to);
        assert!(why.contains(expected), "{to}: {why:?}");
    };
    no("kms.id\n  reserved_ip = each", "kmx.id\n  reserved_ip = each", "not declared");
    no("kms.id\n  reserved_ip = each", "kms.gateway_id\n  reserved_ip = each", "has no gateway_id");
    no("variable \"vpc_id\"", "variable \"vpc\"", "vpc_id is not declared");
    no("each.value.reserved_ip", "ibm_is_subnet_reserved_ip.kms.reserved_ip", "without an index");
    no("each.value.name", "each.value.nam", "not every value");
    no("zone => ip.address", "zone => ipp.address", "ipp.address is not declared");
    no("zone => ip.address", "zone => upcase(ip.address)", "no function upcase");
    no("account_id ==", "account ==", "has no account");
    no("ips.old.reserved_ips", "ips.old.reserved_ip", "has no reserved_ip");
    no("ip.name ==", "ip.nam ==", "ip has no nam");
}

#[test]
fn what_is_said_twice_is_refused() {
    let twice = format!("{GOOD}\nvariable \"vpc_id\" {{\n  type = string\n}}\n");
    assert!(why(&twice).contains("declared twice"));
    assert!(!changed("  port_min  = 443\n", "  port_min  = 443\n  port_min  = 443\n").is_empty());
    assert!(
        !changed("subnet = data.ibm_is_subnet.old.id, name = \"kms-1\"", "name = \"a\", name = \"kms-1\"")
            .is_empty()
    );
}

#[test]
fn a_reserved_ip_bound_by_itself_is_not_deleted_automatically() {
    let why = changed("  address = each.value.address", "  auto_delete = true");
    assert!(why.contains("it needs target"), "{why}");
}

#[test]
fn only_what_the_reference_allows_survives() {
    let survivors = surviving_mutants(&[("main.tf", GOOD)], &Allows::of_the_reference());
    assert_eq!(survivors, []);
}

#[test]
fn values_are_those_of_the_variables() {
    let judge = |values: &str| check(&[("main.tf", GOOD), ("terraform.tfvars", values)]).is_ok();
    assert!(judge("vpc_id = \"r006-a\"\n"));
    assert!(!judge(""));
    assert!(!judge("vpc_id = var.other\n"));
    assert!(!judge("vpc_id = \"r006-a\"\nvpc_ix = \"r006-a\"\n"));
    let files = [("main.tf", GOOD), ("terraform.tfvars", "vpc_id = \"r006-a\"\n")];
    assert_eq!(surviving_mutants(&files, &Allows::of_the_reference()), []);
}
