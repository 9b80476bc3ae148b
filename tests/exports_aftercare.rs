//! What comes after creating: `verify.sh` and `teardown.sh`, run against an account on
//! loopback.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[path = "support/furnished.rs"]
mod furnished;
#[path = "support/runs.rs"]
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod runs;
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;

use runs::{Site, env};
use serde_json::{Value, json};
use stand_ins::mutants::Allows;
use stand_ins::{Cloud, Fate, Mishap, Refusal};
use support::{Bench, OF_EVERY_KIND, example, root, tool};
use vpe_planner::export::Tool;
use vpe_planner::model::Model;
use vpe_planner::plan::Plan;
use vpe_planner::{handover, rules, steps};

const TOOLS: [Tool; 2] = [Tool::Cli, Tool::Api];

/// Whether the commands that the scripts need are there.
fn have_tools(test: &str) -> bool {
    tool(test, "jq") && tool(test, "curl")
}

fn seed(name: &str) -> Value {
    let path = root().join("tests/golden").join(name).join("seed.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// An account, and the scripts of a plan for one tool.
struct Stage {
    cloud: Cloud,
    bench: Bench,
    /// Where each run works, and its folder.
    runs: Vec<(Site, String)>,
}

/// What a script said and how it ended.
#[derive(Debug)]
struct Ended {
    status: i32,
    out: String,
    err: String,
}

impl Stage {
    fn new(plan: &Plan, seed: Value, tool: Tool) -> Self {
        let cloud = Cloud::start(seed);
        let bench = Bench::new();
        cloud.install_ibmcloud(bench.bin.path()).unwrap();
        let model = Model::of(plan);
        let files = handover::files(plan, &model, &rules::check(&model), &[tool]);
        bench.put(&files);
        let sites = steps::runs(&model).into_iter().map(|run| Site::of(&run));
        let folders = files.iter().filter_map(|f| f.path.strip_suffix("/create.sh").map(str::to_owned));
        Self { cloud, bench, runs: sites.zip(folders).collect() }
    }

    fn of_example(name: &str, tool: Tool) -> Self {
        Self::new(&example(name).0, seed(name), tool)
    }

    /// Runs a script in each folder.
    fn run(&self, script: &str, args: &[&str]) -> Vec<Ended> {
        let one = |(site, folder): &(Site, String)| {
            let env = env(&self.cloud, site);
            let output = self.bench.run_file(&format!("{folder}/{script}"), args, &env);
            Ended {
                status: output.status.code().unwrap(),
                out: String::from_utf8(output.stdout).unwrap(),
                err: String::from_utf8(output.stderr).unwrap(),
            }
        };
        self.runs.iter().map(one).collect()
    }

    fn runs_well(&self, script: &str, args: &[&str]) -> Vec<Ended> {
        let ended = self.run(script, args);
        for one in &ended {
            assert_eq!(one.status, 0, "{script}: {}{}\n{:?}", one.out, one.err, self.cloud.refusals());
        }
        ended
    }
}

/// What the account refused but for looks at what is gone, and at a list of which
/// something went between two pages: both are to be.
fn refusals(cloud: &Cloud) -> Vec<Refusal> {
    let mut all = cloud.refusals();
    let gone = |r: &Refusal| r.what.starts_with("GET ") && r.why.starts_with("not_found: there is no ");
    all.retain(|r| !gone(r) && !r.why.ends_with("(parameter start): not a token of a page"));
    all
}

#[test]
fn what_was_created_does_not_differ_and_goes_again() {
    if !have_tools("what_was_created_does_not_differ_and_goes_again") {
        return;
    }
    // The agreement verifies and tears down every example.
    for name in OF_EVERY_KIND {
        for tool in TOOLS {
            let what = format!("{name} by {}", tool.name());
            let stage = Stage::of_example(name, tool);
            let before = stage.cloud.state();
            stage.runs_well("create.sh", &[]);
            let made = stage.cloud.state();
            assert_ne!(made, before, "{what}");
            for ended in stage.runs_well("verify.sh", &[]) {
                assert_eq!(ended.out, "No difference.\n", "{what}: {}", ended.err);
            }
            assert_eq!(stage.cloud.state(), made, "{what}: looking changes nothing");
            stage.runs_well("teardown.sh", &["--yes"]);
            if *name == "change-in-place" {
                // What existed is not changed back, and the addresses that it got are gone.
                let left = stage.cloud.state().to_string();
                assert!(left.contains("\"name\":\"web-kms\""), "{what}: {left}");
                assert!(!left.contains("web-kms-eu-gb-1"), "{what}: {left}");
                continue;
            }
            assert_eq!(stage.cloud.state(), before, "{what}");
            let count = stage.cloud.log().len();
            for ended in stage.runs_well("teardown.sh", &["--yes"]) {
                assert!(ended.err.contains("Nothing to remove."), "{what}: {}", ended.err);
            }
            assert_eq!(stage.cloud.log().len(), count, "{what}: the second time does nothing");
            assert_eq!(refusals(&stage.cloud), [], "{what}");
        }
    }
}

/// Hubs and resolvers are part of VPCs, which have them from elsewhere, too.
#[test]
fn hubs_and_resolvers_are_compared() {
    if !have_tools("hubs_and_resolvers_are_compared") {
        return;
    }
    let central = json!({ "id": "r050-3f1c9a52-7d84-4b06-9e2f-5a8c0d7b6e14", "name": "central", "region": "eu-es",
        "enable_hub": true, "custom_resolver": true });
    let orders = json!({ "name": "orders", "region": "eu-es", "bound_to": central["id"] });
    let mut delegated = example("shared-hub").0;
    delegated.vpcs[0].wanted.dns.resolver = vpe_planner::plan::Resolver::Delegated;
    let hub = delegated.dns_bindings().next().unwrap().1.wanted.hub_crn.clone();
    for tool in TOOLS {
        let seed = json!({ "vpcs": [{ "name": "hub", "region": "us-south" }] });
        let told = Stage::new(&example("dns-hub").0, seed, tool).run("verify.sh", &[]).remove(0).out;
        assert!(told.contains("VPC hub: DNS hub is false, not true.\n"), "{}: {told}", tool.name());
        let seed = json!({ "vpcs": [central, orders] });
        let told = Stage::new(&delegated, seed.clone(), tool).run("verify.sh", &[]).remove(0).out;
        let says = format!("VPC orders: resolver is system, not delegated to {hub}.\n");
        assert!(told.contains(&says), "{}: {told}", tool.name());
        let told = Stage::new(&example("shared-hub").0, seed, tool).run("verify.sh", &[]).remove(0).out;
        assert!(!told.contains("resolver"), "{}: {told}", tool.name());
    }
}

/// The account in which everything of the plan is there has something of each kind.
#[test]
fn every_mutant_of_what_they_send_is_refused() {
    if !have_tools("every_mutant_of_what_they_send_is_refused") {
        return;
    }
    for tool in TOOLS {
        let stage = furnished_stage(tool, |_| {});
        stage.runs_well("verify.sh", &[]);
        stage.runs_well("teardown.sh", &["--yes"]);
        let survivors = stage.cloud.surviving_mutants(&Allows::of_the_reference());
        assert_eq!(survivors, [], "by {}", tool.name());
    }
}

/// One change to the account in which everything of the plan is there, and what differs
/// then.
type Case = (&'static str, fn(&mut Value), &'static str);

fn put(seed: &mut Value, at: &str, value: Value) {
    let (parent, key) = at.rsplit_once('/').unwrap();
    let parent = seed.pointer_mut(parent).unwrap_or_else(|| panic!("{at}"));
    match key.parse::<usize>() {
        Ok(index) => parent[index] = value,
        Err(_) => parent[key] = value,
    }
}

fn push(seed: &mut Value, at: &str, value: Value) {
    seed.pointer_mut(at).and_then(Value::as_array_mut).unwrap_or_else(|| panic!("{at}")).push(value);
}

fn take(seed: &mut Value, at: &str, index: usize) -> Value {
    seed.pointer_mut(at).and_then(Value::as_array_mut).unwrap_or_else(|| panic!("{at}")).remove(index)
}

const CASES: [Case; 33] = [
    ("nothing", |_| {}, ""),
    ("VPC", |s| drop(take(s, "/vpcs", 0)), "VPC pay is missing"),
    (
        "resource group of the VPC",
        |s| put(s, "/vpcs/0/resource_group", json!("Default")),
        "VPC pay: resource group is Default, not network",
    ),
    (
        "resource group",
        |s| {
            put(s, "/resource_groups/1/name", json!("nets"));
            put(s, "/vpcs/0/resource_group", json!("nets"));
            put(s, "/vpcs/0/endpoint_gateways/0/resource_group", json!("nets"));
        },
        "Resource group network is missing",
    ),
    ("prefix", |s| put(s, "/vpcs/0/address_prefixes/1/name", json!("p3")), "Address prefix p2 is missing"),
    (
        "range of the prefix",
        |s| put(s, "/vpcs/0/address_prefixes/1/cidr", json!("10.0.64.0/19")),
        "Address prefix p2: range is 10.0.64.0/19, not 10.0.64.0/18",
    ),
    (
        "subnet",
        |s| {
            take(s, "/vpcs/0/endpoint_gateways/0/ips", 1);
            take(s, "/vpcs/0/subnets", 1);
        },
        "Subnet s2 is missing",
    ),
    (
        "range of the subnet",
        |s| put(s, "/vpcs/0/subnets/1/cidr", json!("10.0.64.0/25")),
        "Subnet s2: range is 10.0.64.0/25, not 10.0.64.0/24",
    ),
    (
        "resource group of the subnet",
        |s| put(s, "/vpcs/0/subnets/1/resource_group", json!("network")),
        "Subnet s2: resource group is network, not Default",
    ),
    (
        "group",
        |s| {
            put(s, "/vpcs/1/security_groups/0/name", json!("app-2"));
            put(s, "/vpcs/1/endpoint_gateways/0/security_groups", json!(["app-2"]));
        },
        "Security group app is missing",
    ),
    (
        "rule",
        |s| put(s, "/vpcs/0/security_groups/0/rules/0/name", json!("http")),
        "Rule https of security group clients is missing",
    ),
    (
        "ports of the rule",
        |s| put(s, "/vpcs/0/security_groups/0/rules/0/port_max", json!(444)),
        "Rule https of security group clients: last port is 444, not 443",
    ),
    (
        "peer of the rule",
        |s| put(s, "/vpcs/1/security_groups/0/rules/0/remote/address", json!("10.1.0.8")),
        "Rule dns of security group app: remote is 10.1.0.8, not 10.1.0.9",
    ),
    (
        "rule without a name",
        |s| drop(take(s, "/vpcs/0/security_groups/0/rules", 1)),
        "Rule inbound icmp from more of security group clients is missing",
    ),
    (
        "gateway",
        |s| put(s, "/vpcs/0/endpoint_gateways/0/name", json!("kms-2")),
        "Endpoint gateway kms is missing",
    ),
    (
        "target",
        |s| {
            put(
                s,
                "/vpcs/0/endpoint_gateways/0/target/crn",
                json!("crn:v1:bluemix:public:kms:us-east:::endpoint:private.us-east.kms.cloud.ibm.com"),
            )
        },
        "Endpoint gateway kms: target is crn:v1:bluemix:public:kms:us-east:::endpoint:private.us-east.kms.cloud.ibm.com, not crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com",
    ),
    (
        "DNS mode",
        |s| put(s, "/vpcs/1/endpoint_gateways/0/dns_resolution_binding_mode", json!("disabled")),
        "Endpoint gateway cos: DNS resolution binding mode is disabled, not primary",
    ),
    (
        "resource group of the gateway",
        |s| put(s, "/vpcs/0/endpoint_gateways/0/resource_group", json!("Default")),
        "Endpoint gateway kms: resource group is Default, not network",
    ),
    (
        "group that is missing",
        |s| put(s, "/vpcs/0/endpoint_gateways/0/security_groups", json!(["more"])),
        "Endpoint gateway kms: security group clients is not attached",
    ),
    (
        "group of nobody",
        |s| {
            push(s, "/vpcs/0/security_groups", json!({ "name": "other" }));
            push(s, "/vpcs/0/endpoint_gateways/0/security_groups", json!("other"));
        },
        "Endpoint gateway kms: security group other is attached and not in the plan",
    ),
    (
        "user tag",
        |s| drop(take(s, "/vpcs/0/endpoint_gateways/0/tags/user", 1)),
        "Endpoint gateway kms: user tag team:pay is missing",
    ),
    (
        "address",
        |s| put(s, "/vpcs/0/subnets/0/reserved_ips/0/address", json!("10.0.0.10")),
        "Address of endpoint gateway kms in us-south-1: address is 10.0.0.10, not 10.0.0.9",
    ),
    (
        "name of the address",
        |s| {
            put(s, "/vpcs/0/subnets/1/reserved_ips/0/name", json!("kms-2"));
            put(s, "/vpcs/0/endpoint_gateways/0/ips/1", json!("s2/kms-2"));
        },
        "Address of endpoint gateway kms in us-south-2: reserved IP is kms-2, not kms-us-south-2",
    ),
    (
        "subnet of the address",
        |s| {
            let ip = take(s, "/vpcs/0/subnets/1/reserved_ips", 0);
            let ip = json!({ "name": ip["name"], "address": "10.0.65.9" });
            let subnet =
                json!({ "name": "s4", "zone": "us-south-2", "cidr": "10.0.65.0/24", "reserved_ips": [ip] });
            push(s, "/vpcs/0/subnets", subnet);
            put(s, "/vpcs/0/endpoint_gateways/0/ips/1", json!("s4/kms-us-south-2"));
        },
        "Address of endpoint gateway kms in us-south-2: subnet is s4, not s2",
    ),
    (
        "no address",
        |s| drop(take(s, "/vpcs/0/endpoint_gateways/0/ips", 1)),
        "Address of endpoint gateway kms in us-south-2: reserved IP kms-us-south-2 is bound to nothing",
    ),
    (
        "no reserved IP",
        |s| {
            take(s, "/vpcs/0/endpoint_gateways/0/ips", 1);
            take(s, "/vpcs/0/subnets/1/reserved_ips", 0);
        },
        "Address of endpoint gateway kms in us-south-2: reserved IP kms-us-south-2 is missing",
    ),
    (
        "auto_delete",
        |s| put(s, "/vpcs/0/subnets/0/reserved_ips/0/auto_delete", json!(true)),
        "Address of endpoint gateway kms in us-south-1: auto_delete is true, not false",
    ),
    (
        "address of nobody",
        |s| {
            let ip = json!({ "name": "extra", "address": "10.240.128.9" });
            push(
                s,
                "/vpcs/1/subnets",
                json!({ "name": "o3", "zone": "us-south-3", "cidr": "10.240.128.0/24", "reserved_ips": [ip] }),
            );
            push(s, "/vpcs/1/endpoint_gateways/0/ips", json!("o3/extra"));
        },
        "Endpoint gateway cos: address 10.240.128.9 (reserved IP extra) is bound and not in the plan",
    ),
    (
        "existing address",
        |s| put(s, "/vpcs/1/endpoint_gateways/0/ips", json!([])),
        "Address of endpoint gateway cos in us-south-1: reserved IP kept is bound to nothing",
    ),
    (
        "zone of an existing subnet",
        |s| {
            put(s, "/vpcs/1/subnets/1/zone", json!("us-south-3"));
            put(s, "/vpcs/1/subnets/1/cidr", json!("10.240.128.0/24"));
            put(s, "/vpcs/1/subnets/1/reserved_ips/0/address", json!("10.240.128.9"));
        },
        "Address of endpoint gateway ntp in us-south-2: zone is us-south-3, not us-south-2",
    ),
    (
        "name of an existing gateway",
        |s| put(s, "/vpcs/1/endpoint_gateways/1/name", json!("time")),
        "Endpoint gateway ntp: name is time, not ntp",
    ),
    (
        "what the plan does not say of an existing gateway",
        |s| {
            push(
                s,
                "/vpcs/1/subnets",
                json!({ "name": "o3", "zone": "us-south-3", "cidr": "10.240.128.0/24",
            "reserved_ips": [{ "name": "extra", "address": "10.240.128.9" }] }),
            );
            push(s, "/vpcs/1/endpoint_gateways/1/ips", json!("o3/extra"));
            put(s, "/vpcs/1/endpoint_gateways/1/dns_resolution_binding_mode", json!("disabled"));
        },
        "",
    ),
    ("existing VPC", |s| put(s, "/vpcs/1/name", json!("older")), "VPC old is missing"),
];

#[test]
fn each_difference_is_named_alone() {
    if !have_tools("each_difference_is_named_alone") {
        return;
    }
    let plan = furnished::plan();
    let mut wrong = Vec::new();
    // What differs is worked out by the same program for both tools: they take turns.
    for (i, (what, change, sentence)) in CASES.into_iter().enumerate() {
        let mut seed = furnished::seed();
        change(&mut seed);
        for tool in if i == 0 { TOOLS.to_vec() } else { vec![TOOLS[i % 2]] } {
            let stage = Stage::new(&plan, seed.clone(), tool);
            let ended = stage.run("verify.sh", &[]).remove(0);
            let expected = match sentence {
                "" => (0, "No difference.\n".to_owned()),
                one => (1, format!("{one}.\nDifferences: 1.\n")),
            };
            let waits = ended.err.contains("Endpoint gateway partner waits until");
            if (ended.status, &ended.out) != (expected.0, &expected.1) || waits == (what == "VPC") {
                wrong.push(format!(
                    "{what} by {}, {}: {}{}",
                    tool.name(),
                    ended.status,
                    ended.out,
                    ended.err
                ));
            }
            assert_eq!(stage.cloud.log(), [], "{what}: looking changes nothing");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn furnished_stage(tool: Tool, change: fn(&mut Value)) -> Stage {
    let mut seed = furnished::seed();
    change(&mut seed);
    Stage::new(&furnished::plan(), seed, tool)
}

/// States of gateways and addresses cannot be had from a seed.
#[test]
fn what_is_not_ready_is_named() {
    if !have_tools("what_is_not_ready_is_named") {
        return;
    }
    let cases = [
        ("kms", Fate::Slow(99), "Endpoint gateway kms: state is pending, not stable"),
        ("kms", Fate::Failed, "Endpoint gateway kms: state is failed, not stable (internal_error)"),
        ("partner", Fate::Denied, "Endpoint gateway partner: state is failed, not stable (access_denied)"),
        ("partner", Fate::Expired, "Endpoint gateway partner: state is failed, not stable (access_expired)"),
    ];
    for (i, (gateway, fate, sentence)) in cases.into_iter().enumerate() {
        let stage = furnished_stage(TOOLS[i % 2], |_| {});
        stage.cloud.fate(gateway, fate);
        let ended = stage.run("verify.sh", &[]).remove(0);
        assert_eq!(ended.out, format!("{sentence}.\nDifferences: 1.\n"), "{}", ended.err);
        assert_eq!(ended.status, 1);
    }
    // Who is admitted is no longer told to wait.
    let stage = furnished_stage(Tool::Api, |_| {});
    stage.cloud.fate("partner", Fate::Permitted);
    assert!(!stage.runs_well("verify.sh", &[])[0].err.contains("waits"));
    // A new address is not there at once.
    let stage = furnished_stage(Tool::Api, |seed| {
        put(seed, "/settings/pending_reads", json!(99));
        take(seed, "/vpcs/1/endpoint_gateways/1/ips", 0);
        take(seed, "/vpcs/1/subnets/1/reserved_ips", 0);
    });
    assert_ne!(stage.run("create.sh", &[])[0].status, 0, "it waits in vain");
    let ended = stage.run("verify.sh", &[]).remove(0);
    let sentence = "Address of endpoint gateway ntp in us-south-2: the address is not there yet (0.0.0.0)";
    assert_eq!(ended.out, format!("{sentence}.\nDifferences: 1.\n"), "{}", ended.err);
}

#[test]
fn access_tags_are_compared_by_the_api() {
    if !have_tools("access_tags_are_compared_by_the_api") {
        return;
    }
    let untagged = |seed: &mut Value| put(seed, "/vpcs/0/endpoint_gateways/0/tags/access", json!([]));
    let ended = furnished_stage(Tool::Api, untagged).run("verify.sh", &[]).remove(0);
    assert_eq!(
        (ended.status, ended.out.as_str()),
        (1, "Endpoint gateway kms: access tag project:pay is missing.\nDifferences: 1.\n")
    );
    let ended = furnished_stage(Tool::Cli, untagged).run("verify.sh", &[]).remove(0);
    assert_eq!((ended.status, ended.out.as_str()), (0, "No difference.\n"));
    assert!(ended.err.contains("Access tags are not compared"), "{}", ended.err);
}

#[test]
fn a_script_that_cannot_look_says_so() {
    if !have_tools("a_script_that_cannot_look_says_so") {
        return;
    }
    for tool in TOOLS {
        let stage = furnished_stage(tool, |_| {});
        for script in ["verify.sh", "teardown.sh"] {
            stage.cloud.fail_next("list_subnets", Mishap::refused(403, "not_authorized"));
            let ended = stage.run(script, if script == "teardown.sh" { &["--yes"] } else { &[] }).remove(0);
            assert_eq!(ended.status, if script == "verify.sh" { 2 } else { 1 }, "{}", ended.err);
            assert!(ended.err.contains("Stopped while looking around: "), "{}", ended.err);
            assert!(ended.err.contains("not_authorized"), "{}", ended.err);
            assert_eq!(ended.out, "");
            let help = stage.run(script, &["--help"]).remove(0);
            assert!(
                help.status == 0 && help.out.starts_with(&format!("Usage: bash {script} ")),
                "{}",
                help.out
            );
            let wrong = stage.run(script, &["--now"]).remove(0);
            assert!(wrong.status == 2 && wrong.err.starts_with("Usage: "), "{}", wrong.err);
        }
        // Busy is not the end.
        stage.cloud.fail_next("list_subnets", Mishap::too_many_requests(0));
        stage.runs_well("verify.sh", &[]);
        assert_eq!(stage.cloud.log(), [], "nothing was changed");
    }
}

/// What the account has lost that the seed had.
fn lost(cloud: &Cloud) -> Vec<String> {
    serde_json::from_value(cloud.state()["removed"].clone()).unwrap_or_default()
}

/// All that goes of the account in which everything of the plan is there.
const GOES: [&str; 4] = [
    "VPC pay in us-south",
    "endpoint gateway cos of old in us-south",
    "reserved IP o2/ntp-us-south-2 of old in us-south",
    "rule app/dns of old in us-south",
];

#[test]
fn only_what_the_plan_made_goes() {
    if !have_tools("only_what_the_plan_made_goes") {
        return;
    }
    for tool in TOOLS {
        let stage = furnished_stage(tool, |_| {});
        let before = stage.cloud.state();
        let dry = stage.runs_well("teardown.sh", &["--dry-run"]).remove(0);
        assert!(dry.err.contains("To be removed, in this order:\n  1. "), "{}", dry.err);
        assert!(!dry.err.contains("Step 1"), "{}", dry.err);
        let refused = stage.run("teardown.sh", &[]).remove(0);
        assert_eq!(refused.status, 1);
        assert!(
            refused.err.contains("nobody can be asked, so nothing was removed; --yes"),
            "{}",
            refused.err
        );
        assert_eq!(stage.cloud.state(), before);
        assert_eq!(stage.cloud.log(), []);
        stage.runs_well("teardown.sh", &["--yes"]);
        assert_eq!(lost(&stage.cloud), GOES, "by {}", tool.name());
        // The reserved IP that existed is there, and bound to nothing.
        let kept = &stage.cloud.state()["vpcs"][0]["reserved_ips"];
        assert_eq!(kept[0]["name"], "kept", "{kept}");
        assert_eq!(refusals(&stage.cloud), []);
    }
}

/// Runs `teardown.sh` in a terminal in which somebody types an answer.
fn asked(stage: &Stage, answer: &str) -> String {
    use std::io::Write;
    let (site, folder) = &stage.runs[0];
    let env = env(&stage.cloud, site);
    let script = stage.bench.files.path().join(format!("{folder}/teardown.sh"));
    let command = stage.bench.command(&format!("{folder}/teardown.sh"), &[], &env);
    let mut terminal = std::process::Command::new("script");
    terminal.args(["--quiet", "--return", "--command"]).arg(format!("bash '{}'", script.display()));
    terminal.arg("/dev/null").env_clear();
    for (name, value) in command.get_envs() {
        terminal.env(name, value.unwrap());
    }
    terminal.current_dir(stage.bench.work.path());
    terminal.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut child = terminal.spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("{answer}\n").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    format!("{} {}", output.status.code().unwrap(), String::from_utf8_lossy(&output.stdout))
}

#[test]
fn it_asks_in_a_terminal() {
    if !have_tools("it_asks_in_a_terminal") || !tool("it_asks_in_a_terminal", "script") {
        return;
    }
    let stage = furnished_stage(Tool::Api, |_| {});
    for answer in ["", "n", "yeah"] {
        let said = asked(&stage, answer);
        assert!(said.starts_with("1 "), "{said}");
        assert!(said.contains("Remove them? [y/N] ") && said.contains("Nothing was removed."), "{said}");
        assert_eq!(stage.cloud.log(), []);
    }
    let said = asked(&stage, "y");
    assert!(said.starts_with("0 ") && said.contains("Done."), "{said}");
    assert_eq!(lost(&stage.cloud), GOES);
}

/// One thing of others in the account: what stays for it, and what is not lost then.
type Holder = (&'static str, fn(&mut Value), &'static [&'static str], &'static [&'static str]);

fn ntp() -> Value {
    json!({ "resource_type": "provider_infrastructure_service", "name": "ibm-ntp-server" })
}

const HOLDERS: [Holder; 7] = [
    (
        "a reserved IP in a subnet",
        |s| push(s, "/vpcs/0/subnets/0/reserved_ips", json!({ "name": "mine", "address": "10.0.0.77" })),
        &[
            "VPC pay, ID: it still has subnet s1, address prefix p1",
            "address prefix p1, ID: it still has subnet s1",
            "subnet s1, ID: it still has reserved IP mine",
        ],
        &["VPC pay in us-south"],
    ),
    (
        "a subnet in a VPC",
        |s| {
            push(
                s,
                "/vpcs/0/subnets",
                json!({ "name": "mine", "zone": "us-south-2", "cidr": "10.0.65.0/24" }),
            )
        },
        &[
            "VPC pay, ID: it still has subnet mine, address prefix p2",
            "address prefix p2, ID: it still has subnet mine",
        ],
        &["VPC pay in us-south"],
    ),
    (
        "a rule in a group",
        |s| {
            let rule = json!({ "name": "mine", "direction": "inbound", "protocol": "udp" });
            push(s, "/vpcs/0/security_groups/0/rules", rule);
        },
        &[
            "VPC pay, ID: it still has security group clients",
            "security group clients, ID: it still has rule mine of clients",
        ],
        &["VPC pay in us-south"],
    ),
    (
        "a gateway with a group, and a rule that names one",
        |s| {
            push(
                s,
                "/vpcs/0/endpoint_gateways",
                json!({ "name": "mine", "target": ntp(), "security_groups": ["more"] }),
            );
        },
        &[
            "VPC pay, ID: it still has endpoint gateway mine, security group more",
            "security group more, ID: it still has endpoint_gateway mine",
        ],
        &["VPC pay in us-south"],
    ),
    (
        "a gateway of that name for something else",
        |s| put(s, "/vpcs/0/endpoint_gateways/1/target", ntp()),
        &[
            "VPC pay, ID: it still has endpoint gateway partner",
            "endpoint gateway partner, ID: its target is ibm-ntp-server, not crn:",
        ],
        &["VPC pay in us-south"],
    ),
    (
        "an existing address that would go with the gateway",
        |s| put(s, "/vpcs/1/subnets/0/reserved_ips/0/auto_delete", json!(true)),
        &[
            "endpoint gateway cos, ID: reserved IP kept, which the plan did not make, would go with it (auto_delete)",
        ],
        &["endpoint gateway cos of old in us-south"],
    ),
    (
        "an address of that name that others have, and a rule that admits something else",
        |s| {
            put(s, "/vpcs/1/endpoint_gateways/1/ips", json!([]));
            let target = json!({ "resource_type": "load_balancer", "id": "r006-1", "name": "balancer" });
            put(s, "/vpcs/1/subnets/1/reserved_ips/0/target", target);
            put(s, "/vpcs/1/security_groups/0/rules/0/port_max", json!(54));
        },
        &[
            "reserved IP ntp-us-south-2 (10.240.64.9), ID: it is bound to balancer",
            "rule dns of security group app, ID: it admits something else than the plan says",
        ],
        &["reserved IP o2/ntp-us-south-2 of old in us-south", "rule app/dns of old in us-south"],
    ),
];

#[test]
fn what_holds_something_of_others_stays() {
    if !have_tools("what_holds_something_of_others_stays") {
        return;
    }
    for (i, (what, change, stays, not_lost)) in HOLDERS.into_iter().enumerate() {
        let mut seed = furnished::seed();
        change(&mut seed);
        let stage = Stage::new(&furnished::plan(), seed, TOOLS[i % 2]);
        let ended = stage.runs_well("teardown.sh", &["--yes"]).remove(0);
        let said = ended
            .err
            .split("Of the plan these stay:\n")
            .nth(1)
            .unwrap_or_else(|| panic!("{what}: {}", ended.err));
        let mut said: Vec<String> =
            said.lines().take_while(|l| l.starts_with("  ")).map(without_id).collect();
        said.sort();
        assert_eq!(said.len(), stays.len(), "{what}: {said:?}");
        assert!(said.iter().zip(stays).all(|(said, stays)| said.starts_with(stays)), "{what}: {said:?}");
        let lost = lost(&stage.cloud);
        for one in not_lost {
            assert!(!lost.contains(&(*one).to_owned()), "{what}: {lost:?}");
        }
        assert!(lost.iter().all(|one| !one.contains("mine")), "{what}: {lost:?}");
        for one in GOES.iter().filter(|one| !not_lost.contains(one)) {
            assert!(lost.contains(&(*one).to_owned()), "{what}: {lost:?}");
        }
        assert_eq!(refusals(&stage.cloud), [], "{what}");
        let again = stage.runs_well("teardown.sh", &["--yes"]).remove(0);
        assert!(again.err.contains("Nothing to remove."), "{what}: {}", again.err);
    }
}

/// `TITLE, r006-…: REASON` with a word in place of the id.
fn without_id(line: &str) -> String {
    let (title, rest) = line.trim().split_once(", ").unwrap();
    let (_, reason) = rest.split_once(": ").unwrap();
    format!("{title}, ID: {reason}")
}

#[test]
fn a_teardown_that_was_cut_off_goes_on() {
    if !have_tools("a_teardown_that_was_cut_off_goes_on") {
        return;
    }
    for tool in TOOLS {
        let stage = furnished_stage(tool, |_| {});
        stage.cloud.fail_next("delete_endpoint_gateway", Mishap::refused(409, "conflict"));
        stage.cloud.fail_next("delete_rule", Mishap::failure().after_all());
        stage.cloud.fail_next("delete_subnet", Mishap::refused(403, "not_authorized"));
        let ended = stage.run("teardown.sh", &["--yes"]).remove(0);
        assert_eq!(ended.status, 1, "{}", ended.err);
        assert!(ended.err.contains("conflict"), "what was tried again is told: {}", ended.err);
        let stop = ended.err.lines().last().unwrap();
        assert!(stop.starts_with("Stopped at step ") && stop.contains(", subnet s2: "), "{stop}");
        assert!(stop.contains("not_authorized") && stop.contains("Run the script again to go on"), "{stop}");
        let count = stage.cloud.log().len();
        stage.runs_well("teardown.sh", &["--yes"]);
        assert_eq!(lost(&stage.cloud), GOES, "by {}", tool.name());
        assert!(stage.cloud.log().len() > count);
        // A gateway that does not go is waited for, but not for ever.
        let stage = furnished_stage(tool, |seed| put(seed, "/settings/pending_reads", json!(14)));
        let ended = stage.run("teardown.sh", &["--yes"]).remove(0);
        assert!(ended.err.contains("it is still there after 9 looks"), "{}", ended.err);
        assert_eq!(ended.status, 1);
        while stage.run("teardown.sh", &["--yes"])[0].status != 0 {}
        assert_eq!(lost(&stage.cloud), GOES, "by {}", tool.name());
        assert_eq!(stage.cloud.counts()["delete_endpoint_gateway"], 3, "each is deleted once");
    }
}

/// Neither the key nor the token shows, not even to who traces the scripts or looks at
/// the process list.
#[test]
fn secrets_stay_secret() {
    if !have_tools("secrets_stay_secret") {
        return;
    }
    let stage = furnished_stage(Tool::Api, |_| {});
    let log = stage.bench.bin.path().join("arguments");
    for name in ["curl", "jq"] {
        let path = std::env::split_paths(&std::env::var_os("PATH").unwrap())
            .map(|dir| dir.join(name))
            .find(|path| path.is_file())
            .unwrap();
        let wrapper = stage.bench.bin.path().join(name);
        let script = format!(
            "#!/bin/sh\nprintf '%s\\n' \"$@\" >>'{}'\nexec '{}' \"$@\"\n",
            log.display(),
            path.display()
        );
        std::fs::write(&wrapper, script).unwrap();
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(&wrapper, mode).unwrap();
    }
    for script in ["verify.sh", "teardown.sh"] {
        let path = stage.bench.files.path().join("api").join(script);
        let text = std::fs::read_to_string(&path).unwrap();
        let traced = text.replace("set -eEuo pipefail", "set -eEuxo pipefail");
        assert_ne!(traced, text);
        std::fs::write(path, traced).unwrap();
        let ended = stage.runs_well(script, if script == "verify.sh" { &[] } else { &["--yes"] }).remove(0);
        let arguments = std::fs::read_to_string(&log).unwrap();
        assert!(arguments.contains("/endpoint_gateways"), "the log is one");
        for text in [ended.out, ended.err, arguments] {
            assert!(!text.contains(&stage.cloud.api_key()) && !text.contains(&stage.cloud.token()), "{text}");
        }
    }
}
