//! The exported scripts, run to their end against an account on loopback.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[path = "support/runs.rs"]
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod runs;
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;

use runs::{Export, bench, expected_counts, have_tools, run, scripts};
use serde_json::Value;
use stand_ins::Cloud;
use stand_ins::mutants::Allows;
use std::collections::BTreeSet;
use support::{EXAMPLES, assert_state, example, hand_written, said};
use vpe_planner::export::Tool;
use vpe_planner::plan::{How, Object, On, Origin, OriginKind, Plan};

/// Places of the plan that scripts tell the ids of: all that is new or is looked up by its
/// name, and all addresses but those that Terraform takes over with their gateway.
fn places(plan: &Plan) -> BTreeSet<String> {
    let mut objects = Vec::new();
    let is_new = |origin: &Origin| origin.kind == OriginKind::New;
    let is_told = |origin: &Origin| origin.id.is_empty();
    for vpc in &plan.vpcs {
        if is_told(&vpc.origin) {
            objects.push(Object::Vpc(vpc.key.clone()));
        }
        let of_vpc = &vpc.wanted;
        for prefix in of_vpc.prefixes.iter().filter(|p| is_new(&p.origin)) {
            objects.push(Object::Prefix(prefix.key.clone()));
        }
        let bindings = of_vpc.dns_resolution_bindings.iter().filter(|b| is_new(&b.origin));
        objects.extend(bindings.map(|b| Object::DnsBinding(b.key.clone())));
        for acl in &of_vpc.network_acls {
            if is_told(&acl.origin) {
                objects.push(Object::Acl(acl.key.clone()));
            }
            let rules = acl.wanted.rules.iter().filter(|r| is_told(&r.origin));
            objects.extend(rules.map(|r| Object::AclRule(r.key.clone())));
        }
        for subnet in of_vpc.subnets.iter().filter(|s| is_told(&s.origin)) {
            objects.push(Object::Subnet(subnet.key.clone()));
        }
        for group in &of_vpc.security_groups {
            if is_told(&group.origin) {
                objects.push(Object::Group(group.key.clone()));
            }
            let rules = group.wanted.rules.iter().filter(|r| is_new(&r.origin));
            objects.extend(rules.map(|r| Object::Rule(r.key.clone())));
        }
    }
    for gateway in &plan.gateways {
        if is_told(&gateway.origin) {
            objects.push(Object::Gateway(gateway.key.clone()));
        }
        let adopted = gateway.origin.on == On::Adopt;
        let told = |how: How| how != How::None && !(adopted && how == How::Existing);
        let addresses = gateway.wanted.addresses.iter().enumerate().filter(|(_, a)| told(a.how));
        objects.extend(addresses.map(|(i, _)| Object::Address(gateway.key.clone(), i)));
        let bindings = gateway.wanted.resource_bindings.iter().filter(|b| is_new(&b.origin));
        objects.extend(bindings.map(|b| Object::ResourceBinding(b.key.clone())));
    }
    let policies = plan.policies.iter().filter(|p| is_new(&p.origin));
    objects.extend(policies.map(|p| Object::Policy(p.key.clone())));
    objects.into_iter().map(|object| object.place().path(plan)).collect()
}

/// Each place is told once, with an id that nothing else has; an address with its name
/// and the address itself, where it is known.
fn assert_told(lines: &[Value], name: &str, cloud: &Cloud, what: &str) {
    let text = |line: &Value, key: &str| line[key].as_str().unwrap_or_default().to_owned();
    let told: BTreeSet<String> = lines.iter().map(|line| text(line, "place")).collect();
    assert_eq!(told, places(&example(name).0), "{what}");
    let ids: BTreeSet<String> = lines.iter().map(|line| text(line, "id")).collect();
    assert_eq!((ids.len(), told.len()), (lines.len(), lines.len()), "{what}: each once");
    assert!(!ids.contains(""), "{what}");
    let state = cloud.state().to_string();
    for line in lines {
        let keys: Vec<&str> = line.as_object().unwrap().keys().map(String::as_str).collect();
        if text(line, "place").contains("/addresses/") {
            assert_eq!(keys, ["address", "id", "name", "place"], "{what}: {line}");
            assert!(state.contains(&text(line, "name")), "{what}: {line}");
            let address: std::net::Ipv4Addr = text(line, "address").parse().unwrap();
            assert!(!address.is_unspecified(), "{what}: {line}");
        } else {
            assert_eq!(keys, ["id", "place"], "{what}: {line}");
        }
    }
}

#[test]
fn each_script_makes_what_is_expected_and_nothing_twice() {
    if !have_tools("each_script_makes_what_is_expected_and_nothing_twice") {
        return;
    }
    for name in EXAMPLES {
        let expected = hand_written(name, "expected.json");
        for tool in [Tool::Cli, Tool::Api] {
            let cloud = Cloud::start(hand_written(name, "seed.json"));
            let bench = bench(&cloud);
            let scripts = scripts(name, tool);
            let what = format!("{name} by {}", tool.name());
            let made = run(&bench, &cloud, &scripts).unwrap_or_else(|e| panic!("{what}: {e}"));
            assert_told(&made, name, &cloud, &what);
            assert_eq!(cloud.refusals(), [], "{what}");
            assert_state(&cloud, &expected, &what);
            let mut counts = expected_counts(&expected, tool);
            assert_eq!(cloud.counts(), counts, "{what}");
            // A second run attaches the tags again, which changes nothing.
            let again = run(&bench, &cloud, &scripts).unwrap_or_else(|e| panic!("{what} again: {e}"));
            assert_eq!(again, made, "{what} again");
            assert_eq!(cloud.refusals(), [], "{what} again");
            assert_state(&cloud, &expected, &format!("{what} again"));
            counts.entry("attach_tags".to_owned()).and_modify(|n| *n *= 2);
            assert_eq!(cloud.counts(), counts, "{what} again");
            assert_eq!(std::fs::read_dir(bench.work.path()).unwrap().count(), 0, "{what} leaves files");
        }
    }
}

#[test]
fn a_script_that_was_cut_off_goes_on_where_it_was() {
    if !have_tools("a_script_that_was_cut_off_goes_on_where_it_was") {
        return;
    }
    // Of the long script only the cuts after the gateway whose one address is bound
    // singly, and before the last change.
    let cases = [
        ("key-protect", Tool::Cli, vec![0, 1, 2, 3]),
        ("key-protect", Tool::Api, vec![0, 1, 2, 3]),
        ("mixed", Tool::Cli, vec![4, 8]),
    ];
    for (name, tool, cuts) in cases {
        let expected = hand_written(name, "expected.json");
        let counts = expected_counts(&expected, tool);
        let scripts = scripts(name, tool);
        for done in cuts {
            let cloud = Cloud::start(hand_written(name, "seed.json"));
            let bench = bench(&cloud);
            let what = format!("{name} by {}, cut off after {done} changes", tool.name());
            cloud.interrupt_after(Some(done));
            let error = run(&bench, &cloud, &scripts).unwrap_err();
            assert!(error.contains("the service has a failure"), "{what} says why: {error}");
            assert!(tool == Tool::Cli || error.contains("internal_error: "), "{what} has the code: {error}");
            assert!(tool == Tool::Cli || error.contains("trace: "), "{what} has the trace: {error}");
            cloud.interrupt_after(None);
            run(&bench, &cloud, &scripts).unwrap_or_else(|e| panic!("{what}: {e}"));
            assert_state(&cloud, &expected, &what);
            let mut made = cloud.counts();
            made.remove("attach_tags");
            let mut counts = counts.clone();
            counts.remove("attach_tags");
            assert_eq!(made, counts, "{what}");
        }
    }
}

#[test]
fn every_mutant_of_the_scripts_is_refused() {
    if !have_tools("every_mutant_of_the_scripts_is_refused") {
        return;
    }
    for name in EXAMPLES {
        for tool in [Tool::Cli, Tool::Api] {
            let cloud = Cloud::start(hand_written(name, "seed.json"));
            run(&bench(&cloud), &cloud, &scripts(name, tool)).unwrap();
            let survivors = cloud.surviving_mutants(&Allows::of_the_reference());
            assert_eq!(survivors, [], "{name} by {}", tool.name());
        }
    }
}

/// Neither the key nor the token shows, not even to who traces the script or looks at
/// the process list.
#[test]
fn secrets_stay_secret() {
    if !have_tools("secrets_stay_secret") {
        return;
    }
    let cloud = Cloud::start(hand_written("key-protect", "seed.json"));
    let curl = std::env::split_paths(&std::env::var_os("PATH").unwrap())
        .map(|dir| dir.join("curl"))
        .find(|path| path.is_file())
        .unwrap();
    for by in ["IBMCLOUD_API_KEY", "IAM_TOKEN"] {
        let bench = bench(&cloud);
        let log = bench.bin.path().join("arguments");
        for (name, path) in [("curl", curl.as_path()), ("jq", &curl.with_file_name("jq"))] {
            let script = format!(
                "#!/bin/sh\nprintf '%s\\n' \"$@\" >>'{}'\nexec '{}' \"$@\"\n",
                log.display(),
                path.display()
            );
            let wrapper = bench.bin.path().join(name);
            std::fs::write(&wrapper, script).unwrap();
            let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
            std::fs::set_permissions(&wrapper, mode).unwrap();
        }
        let secret = if by == "IAM_TOKEN" { cloud.token() } else { cloud.api_key() };
        let mut env = cloud.env("us-south");
        env.push((by.to_owned(), secret.clone()));
        let Export { files, scripts } = scripts("key-protect", Tool::Api);
        bench.put(&files);
        let path = bench.files.path().join(&scripts[0].1);
        let script = std::fs::read_to_string(&path).unwrap();
        let traced = script.replace("set -eEuo pipefail", "set -eEuxo pipefail");
        assert_ne!(traced, script);
        std::fs::write(path, traced).unwrap();
        let output = bench.run_file(&scripts[0].1, &[], &env);
        assert!(output.status.success(), "{}", said(&output));
        let arguments = std::fs::read_to_string(&log).unwrap();
        assert!(arguments.contains("/identity/token") == (by == "IBMCLOUD_API_KEY"), "the log is one");
        assert!(arguments.contains("/endpoint_gateways"), "the log is one");
        for text in [said(&output), arguments] {
            assert!(!text.contains(&secret) && !text.contains(&cloud.token()), "{by}: {text}");
        }
    }
}

#[test]
fn scripts_stop_before_another_account_or_a_name_in_doubt() {
    if !have_tools("scripts_stop_before_another_account_or_a_name_in_doubt") {
        return;
    }
    for tool in [Tool::Cli, Tool::Api] {
        let mut seed = hand_written("key-protect", "seed.json");
        seed["account"] = "aa2432b1fa4d4ace891e9b80fc104e34".into();
        let cloud = Cloud::start(seed);
        let error = run(&bench(&cloud), &cloud, &scripts("key-protect", tool)).unwrap_err();
        assert!(error.contains("account aa2432b1fa4d4ace891e9b80fc104e34"), "{error}");
        assert_eq!(cloud.log(), []);

        let mut seed = hand_written("mixed", "seed.json");
        seed["vpcs"][1]["security_groups"][1]["name"] = "app-tiers".into();
        let cloud = Cloud::start(seed);
        let error = run(&bench(&cloud), &cloud, &scripts("mixed", tool)).unwrap_err();
        assert!(error.contains("no security group is named app-tier; there are:"), "{error}");
        assert!(error.contains("app-tiers ("), "{error}");
        assert_eq!(cloud.log(), []);
    }
}
