//! What the stand-in provider's `validate` refuses through the real terraform, and what it lets pass
//! as the real provider does (Terraform facts §1, §2.11; Terraform testing §4).

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{have_terraform, seed};
use stand_ins::Cloud;

/// Validates one file of these blocks.
fn validate(blocks: &str) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("main.tf"), format!("{HEAD}{blocks}")).unwrap();
    Cloud::start(seed()).terraform(folder.path()).validate()
}

const HEAD: &str = r#"
terraform {
  required_providers {
    ibm = {
      source = "IBM-Cloud/ibm"
    }
  }
}
variable "given" {
  type = string
}
"#;

/// A gateway whose target and further arguments are given.
fn gateway(label: &str, more: &str, target: &str) -> String {
    format!(
        "resource \"ibm_is_virtual_endpoint_gateway\" \"{label}\" {{\n name = \"g\"\n vpc = \"v\"\n {more}\n {target}\n}}\n"
    )
}

fn block(kind: &str, label: &str, arguments: &str) -> String {
    format!("resource \"{kind}\" \"{label}\" {{\n {}\n}}\n", arguments.replace("; ", "\n "))
}

const NTP: &str =
    "target {\n name = \"ibm-ntp-server\"\n resource_type = \"provider_infrastructure_service\"\n }";

/// Each block is wrong in one way, and the text says what terraform must tell of it.
#[test]
fn what_is_wrong_is_refused() {
    if !have_terraform("what_is_wrong_is_refused") {
        return;
    }
    let rule = "ibm_is_security_group_rule";
    let cases = [
        // By the schema alone.
        (gateway("g1", "subnet = \"s\"", NTP), "g1", "Unsupported argument"),
        (gateway("g2", "rules {\n }", NTP), "g2", "Unsupported block type"),
        (gateway("g3", "", ""), "g3", "At least 1 \"target\" blocks are required"),
        (gateway("g4", "", &format!("{NTP}\n{NTP}")), "g4", "No more than 1 \"target\" blocks are allowed"),
        (gateway("g5", "security_groups = \"a\"", NTP), "g5", "set of string required"),
        (block("ibm_is_virtual_endpoint_gateways", "g6", "name = \"g\""), "g6", "Invalid resource type"),
        (
            block("ibm_is_virtual_endpoint_gateway_ip", "b1", "gateway = \"g\""),
            "b1",
            "\"reserved_ip\" is required",
        ),
        (
            block("ibm_is_virtual_endpoint_gateway_ip", "b2", "gateway = \"g\"; reserver_ip = \"r\""),
            "b2",
            "reserver_ip",
        ),
        (
            block("ibm_is_subnet_reserved_ip", "r1", "subnet = ibm_is_vpc.v0.subnet_id"),
            "r1",
            "no argument, nested block, or exported attribute named \"subnet_id\"",
        ),
        (
            block("ibm_iam_authorization_policy", "p1", "roles = [\"Viewer\"]; source_account = \"a\""),
            "p1",
            "source_account",
        ),
        // By the provider's own checks.
        (block("ibm_is_vpc", "v1", "name = \"Payments\""), "v1", "does not match what name takes"),
        (
            block("ibm_is_vpc", "v2", "name = \"v\"; address_prefix_management = \"hand\""),
            "v2",
            "auto|manual",
        ),
        (block("ibm_is_vpc", "v3", "name = \"v\"; crn = \"crn:v1:x\""), "v3", "unconfigurable attribute"),
        (block("ibm_is_vpc", "v4", "name = \"v\"; tags = [\"env/prod\"]"), "v4", "user_tag"),
        (block("ibm_is_vpc", "v5", "name = \"v\"; access_tags = [\"prod\"]"), "v5", "access_tag"),
        (
            gateway("g7", "", "target {\n name = \"a\"\n resource_type = \"endpoint_service\"\n }"),
            "g7",
            "provider_infrastructure_service|private_path_service_gateway",
        ),
        (
            gateway("g8", "", "target {\n resource_type = \"provider_cloud_service\"\n }"),
            "g8",
            "one of `name,crn` must be specified",
        ),
        (
            gateway(
                "g9",
                "dns_resolution_binding_mode = \"primary\"\n allow_dns_resolution_binding = true",
                NTP,
            ),
            "g9",
            "conflicts with allow_dns_resolution_binding",
        ),
        (
            block(
                "ibm_is_vpc_address_prefix",
                "x1",
                "name = \"p\"; vpc = \"v\"; zone = \"z\"; cidr = \"161.26.0.0/16\"",
            ),
            "x1",
            "161.26.0.0/16",
        ),
        (
            block(
                "ibm_is_subnet",
                "s1",
                "name = \"s\"; vpc = \"v\"; zone = \"z\"; ipv4_cidr_block = \"10.0.0.0/24\"; total_ipv4_address_count = 8",
            ),
            "s1",
            "conflicts with total_ipv4_address_count",
        ),
        (
            block(
                "ibm_is_subnet",
                "s2",
                "name = \"s\"; vpc = \"v\"; zone = \"z\"; ipv4_cidr_block = \"10.0.0.0\"",
            ),
            "s2",
            "cidr",
        ),
        (block(rule, "u1", "group = \"g\"; direction = \"egress\""), "u1", "inbound|outbound"),
        (
            block(rule, "u2", "group = \"g\"; direction = \"inbound\"; protocol = \"tcp\"; port_min = 443"),
            "u2",
            "all of `port_min,port_max` must be specified",
        ),
        (
            block(
                rule,
                "u3",
                "group = \"g\"; direction = \"inbound\"; protocol = \"tcp\"; port_min = 0; port_max = 443",
            ),
            "u3",
            "must be between 1 and 65535, got 0",
        ),
        (
            block(
                rule,
                "u4",
                "group = \"g\"; direction = \"inbound\"; protocol = \"icmp\"; port_min = 1; port_max = 2; type = 8",
            ),
            "u4",
            "conflicts with type",
        ),
        (
            block(
                rule,
                "u5",
                "group = \"g\"; direction = \"inbound\"; protocol = \"tcp\"; tcp {\n port_min = 1\n }",
            ),
            "u5",
            "conflicts with tcp",
        ),
        (
            block(rule, "u6", "group = \"g\"; direction = \"inbound\"; protocol = \"number_1\""),
            "u6",
            "protocol",
        ),
        (
            block(
                "ibm_is_virtual_endpoint_gateway_resource_binding",
                "n1",
                "endpoint_gateway_id = \"R 1\"; target {\n }",
            ),
            "n1",
            "id takes",
        ),
        (
            "data \"ibm_is_vpc\" \"d1\" {\n name = \"v\"\n identifier = \"i\"\n}\n".to_owned(),
            "d1",
            "only one of `identifier,name` can be specified",
        ),
        (
            "data \"ibm_is_subnet\" \"d2\" {\n}\n".to_owned(),
            "d2",
            "one of `identifier,name` must be specified",
        ),
        ("data \"ibm_resource_group\" \"d3\" {\n}\n".to_owned(), "d3", "id,is_default,name"),
    ];
    let right = block("ibm_is_vpc", "v0", "name = \"v\"");
    let all: String =
        std::iter::once(right.as_str()).chain(cases.iter().map(|(block, ..)| block.as_str())).collect();
    let said = validate(&all).unwrap_err();
    let lines: Vec<&str> = said.lines().collect();
    for (_, label, why) in &cases {
        let told =
            |line: &&str| line.contains(&format!(".{label}:")) || line.contains(&format!("\"{label}\""));
        let about: Vec<&str> = lines.iter().copied().filter(told).collect();
        assert!(about.iter().any(|line| line.contains(why)), "{label}: {why:?} is not in {about:#?}\n{said}");
    }
    // Nothing else is refused; a misspelt argument is also a missing one, and two ports are two.
    assert_eq!(lines.len(), cases.len() + 2, "{said}");
}

/// The planner has to find these itself.
#[test]
fn what_the_real_provider_lets_pass_passes() {
    if !have_terraform("what_the_real_provider_lets_pass_passes") {
        return;
    }
    let crn = "target {\n crn = \"no crn\"\n resource_type = \"provider_cloud_service\"\n }";
    let blocks = [
        gateway("g1", "dns_resolution_binding_mode = \"shared\"", crn),
        gateway("g2", "security_groups = [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\"]", NTP),
        // A reference switches off the checks of the block it stands in, and of an argument.
        gateway("g3", "", "target {\n crn = var.given\n resource_type = \"typo\"\n }"),
        gateway("g4", "", &format!("ips {{\n subnet = var.given\n }}\n{NTP}")),
        gateway("g5", "security_groups = ibm_is_security_group.h.id", NTP),
        block("ibm_is_security_group", "h", "vpc = \"v\""),
        block("ibm_is_vpc", "v", "name = var.given"),
        block("ibm_is_subnet_reserved_ip", "r1", "subnet = \"s\"; address = \"300.1.1.1\""),
        block("ibm_is_subnet_reserved_ip", "r2", "subnet = \"s\"; auto_delete = true"),
        block(
            "ibm_is_vpc_address_prefix",
            "x",
            "name = \"p\"; vpc = \"v\"; zone = \"moon\"; cidr = \"much\"",
        ),
        block(
            "ibm_is_subnet",
            "s",
            "name = \"s\"; vpc = \"v\"; zone = \"z\"; ipv4_cidr_block = \"10.0.0.1/24\"",
        ),
        block("ibm_is_subnet", "s0", "name = \"s\"; vpc = \"v\"; zone = \"z\""),
        block(
            "ibm_is_security_group_rule",
            "u",
            "group = \"g\"; direction = \"inbound\"; protocol = \"tcp\"; port_min = 443; port_max = 80",
        ),
        block(
            "ibm_iam_authorization_policy",
            "p",
            "roles = []; source_service_name = \"is\"; target_service_name = \"is\"",
        ),
    ];
    assert_eq!(validate(&blocks.concat()), Ok(()));
}
