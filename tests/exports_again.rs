//! Scripts that meet trouble: what they say, with what they end, and that the next run
//! makes what is missing and nothing else.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[path = "support/runs.rs"]
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod runs;
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;

use runs::{Export, Site, bench, env, expected_counts, have_tools, run, scripts};
use serde_json::Value;
use stand_ins::{Cloud, Fate, Mishap};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::Output;
use support::{Bench, assert_state, hand_written, said};
use vpe_planner::export::Tool;

const SCRIPTS: [Tool; 2] = [Tool::Cli, Tool::Api];

/// An account as the example needs it, with what runs its script by one tool.
struct Case {
    what: String,
    cloud: Cloud,
    bench: Bench,
    export: Export,
    expected: Value,
    tool: Tool,
}

impl Case {
    fn new(name: &str, tool: Tool) -> Self {
        let mut seed = hand_written(name, "seed.json");
        seed["settings"]["region"] = "us-south".into();
        let cloud = Cloud::start(seed);
        let bench = bench(&cloud);
        let (export, expected) = (scripts(name, tool), hand_written(name, "expected.json"));
        Self { what: format!("{name} by {}", tool.name()), cloud, bench, export, expected, tool }
    }

    /// Runs it to a success.
    fn run(&self) -> Vec<Value> {
        let what = &self.what;
        run(&self.bench, &self.cloud, &self.export).unwrap_or_else(|e| panic!("{what}: {e}"))
    }

    /// Runs it to a failure of exit status 1, and returns what it said last.
    fn stops(&self) -> String {
        let output = self.start(&[]);
        let text = said(&output);
        assert_eq!(output.status.code(), Some(1), "{}: {text}", self.what);
        let last = text.lines().last().unwrap_or_default().to_owned();
        assert!(last.ends_with(" Run the script again to go on: what is there is kept."), "{text}");
        last
    }

    fn start(&self, args: &[&str]) -> Output {
        self.bench.put(&self.export.files);
        let (site, path) = &self.export.scripts[0];
        self.bench.run_file(path, args, &env(&self.cloud, site))
    }

    /// What must be there in the end is, and nothing was made twice; tags alone may have
    /// been attached again.
    fn assert_complete(&self, more: &[(&str, usize)]) {
        let what = &self.what;
        assert_eq!(self.cloud.refusals(), [], "{what}");
        assert_state(&self.cloud, &self.expected, what);
        let mut expected = expected_counts(&self.expected, self.tool);
        for (call, times) in more {
            *expected.entry((*call).to_owned()).or_default() += times;
        }
        let mut made = self.cloud.counts();
        for counts in [&mut made, &mut expected] {
            counts.remove("attach_tags");
        }
        assert_eq!(made, expected, "{what}");
    }

    /// Puts an executable before all others.
    fn put(&self, name: &str, script: &str) {
        let path = self.bench.bin.path().join(name);
        std::fs::write(&path, script).unwrap();
        std::fs::set_permissions(path, PermissionsExt::from_mode(0o755)).unwrap();
    }
}

#[test]
fn a_busy_cloud_is_asked_again_after_a_look() {
    if !have_tools("a_busy_cloud_is_asked_again_after_a_look") {
        return;
    }
    for tool in SCRIPTS {
        let case = Case::new("key-protect", tool);
        let naps = case.bench.bin.path().join("naps");
        case.put("sleep", &format!("#!/bin/sh\necho \"$1\" >>'{}'\n", naps.display()));
        let cloud = &case.cloud;
        cloud.fail_next("list_security_groups", Mishap::refused(503, "service_unavailable_error"));
        cloud.fail_next("create_security_group", Mishap::too_many_requests(7));
        cloud.fail_next("create_security_group", Mishap::refused(409, "conflict"));
        // It is made, and nobody is told.
        cloud.fail_next("create_endpoint_gateway", Mishap::failure().after_all());
        cloud.fail_next("attach_tags", Mishap::failure());
        case.run();
        case.assert_complete(&[]);
        let naps = std::fs::read_to_string(naps).unwrap();
        let seven = naps.lines().filter(|nap| *nap == "7").count();
        assert_eq!(seven, usize::from(tool == Tool::Api), "{}: Retry-After: {naps:?}", case.what);
    }
}

#[test]
fn a_create_that_stays_refused_stops_the_script() {
    if !have_tools("a_create_that_stays_refused_stops_the_script") {
        return;
    }
    for tool in SCRIPTS {
        let case = Case::new("key-protect", tool);
        for _ in 0..3 {
            case.cloud.fail_next("create_endpoint_gateway", Mishap::refused(409, "conflict"));
        }
        let last = case.stops();
        assert!(last.starts_with("Stopped at step 3 of 7, gateway prod-kms: "), "{last}");
        assert!(last.contains("conflict: ") && last.contains("(3 tries)"), "{last}");
        assert!(tool == Tool::Cli || last.contains("trace: "), "{last}");
        // What is no question of time is not tried again.
        case.cloud.fail_next("create_endpoint_gateway", Mishap::refused(400, "over_quota"));
        let last = case.stops();
        assert!(last.contains("over_quota: ") && !last.contains("tries"), "{last}");
        case.run();
        case.assert_complete(&[]);
    }
}

#[test]
fn a_wait_ends_in_words() {
    if !have_tools("a_wait_ends_in_words") {
        return;
    }
    for tool in SCRIPTS {
        let case = Case::new("key-protect", tool);
        case.cloud.fate("prod-kms", Fate::Slow(99));
        let last = case.stops();
        let expected = "Stopped at step 3 of 7, gateway prod-kms: it is still pending after 9 looks. ";
        assert!(last.starts_with(expected), "{last}");
        case.cloud.fate("prod-kms", Fate::Slow(0));
        case.cloud.fate("prod-kms", Fate::Failed);
        let last = case.stops();
        assert!(last.contains("it has failed (internal_error: "), "{last}");
        assert!(last.contains("; delete it to have it created again. "), "{last}");
        // Its reserved IPs outlive it, and are bound to the next one.
        case.cloud.remove("prod-kms");
        case.cloud.fate("prod-kms", Fate::Slow(1));
        case.run();
        case.assert_complete(&[("create_endpoint_gateway", 1), ("bind_reserved_ip", 3)]);
    }
}

#[test]
fn what_was_deleted_in_between_is_made_again_and_nothing_else() {
    if !have_tools("what_was_deleted_in_between_is_made_again_and_nothing_else") {
        return;
    }
    for tool in SCRIPTS {
        let case = Case::new("key-protect", tool);
        let before = case.run();
        case.cloud.remove("prod-kms-us-south-2");
        let after = case.run();
        case.assert_complete(&[("create_reserved_ip", 1)]);
        let changed: Vec<_> =
            before.iter().zip(&after).filter(|(a, b)| a != b).map(|(a, _)| &a["place"]).collect();
        assert_eq!(changed, ["gateways/endpoint-gateway/addresses/us-south-2"]);
        assert_eq!(before.len(), after.len());
    }
}

/// After each change the run is killed: told to end, or at once.
#[test]
fn a_killed_run_is_finished_by_the_next() {
    if !have_tools("a_killed_run_is_finished_by_the_next") {
        return;
    }
    for tool in SCRIPTS {
        for change in 1..=4 {
            let case = Case::new("key-protect", tool);
            let what = format!("{}, killed after change {change}", case.what);
            let signal = if change % 2 == usize::from(tool == Tool::Api) { "TERM" } else { "KILL" };
            let (name, changes, real) = match tool {
                Tool::Cli => {
                    let real = case.bench.bin.path().join("ibmcloud-itself");
                    std::fs::rename(case.bench.bin.path().join("ibmcloud"), &real).unwrap();
                    ("ibmcloud", "*-create\\ *|*rule-add\\ *|*tag-attach\\ *", real)
                }
                _ => {
                    let path = std::env::var_os("PATH").unwrap();
                    let real = std::env::split_paths(&path).map(|d| d.join("curl")).find(|p| p.is_file());
                    ("curl", "*POST*v1/*|*POST*attach*", real.unwrap())
                }
            };
            let count = case.bench.bin.path().join("count");
            std::fs::write(&count, "").unwrap();
            let (real, log) = (real.display(), count.display());
            case.put(
                name,
                &format!(
                    "#!/bin/bash\nall=\"$*\"\n'{real}' \"$@\"\nstatus=$?\ncase $all in {changes})\n  \
                     echo x >>'{log}'\n  [ \"$(wc -l <'{log}')\" -ne {change} ] || kill -{signal} 0\nesac\nexit $status\n"
                ),
            );
            case.bench.put(&case.export.files);
            let (site, path) = &case.export.scripts[0];
            let mut command = case.bench.command(path, &[], &env(&case.cloud, site));
            let output = command.process_group(0).output().unwrap();
            assert_eq!(case.cloud.log().len(), change, "{what}: {}", said(&output));
            if signal == "TERM" {
                assert_eq!(output.status.code(), Some(143), "{what}: {}", said(&output));
                assert!(said(&output).contains("Interrupted at step "), "{what}: {}", said(&output));
            } else {
                assert_eq!(output.status.code(), None, "{what}");
            }
            case.run();
            case.assert_complete(&[]);
        }
    }
}

#[test]
fn a_dry_run_changes_nothing_and_tells_what_would_be_made() {
    if !have_tools("a_dry_run_changes_nothing_and_tells_what_would_be_made") {
        return;
    }
    for tool in SCRIPTS {
        for name in ["key-protect", "object-storage"] {
            let case = Case::new(name, tool);
            let output = case.start(&["--dry-run"]);
            let text = said(&output);
            assert!(output.status.success(), "{}: {text}", case.what);
            assert_eq!((case.cloud.log(), case.cloud.refusals()), (vec![], vec![]), "{}", case.what);
            assert_eq!(output.stdout, b"", "{}: nothing is there", case.what);
            let missing = ["(the ID of security group vpe-clients)", "would come with the gateway"];
            for part in missing {
                assert!(text.contains(part), "{}: {part}: {text}", case.what);
            }
            let made = case.run();
            let output = case.start(&["--dry-run"]);
            let lines = String::from_utf8(output.stdout.clone()).unwrap();
            let lines: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
            assert_eq!(lines, made, "{}", case.what);
            assert!(
                !said(&output)
                    .replace("would attach", "")
                    .replace("would send: POST /v3/tags", "")
                    .contains("would")
            );
            case.assert_complete(&[]);
        }
    }
}

#[test]
fn arguments_and_tools_are_looked_at_first() {
    if !have_tools("arguments_and_tools_are_looked_at_first") {
        return;
    }
    for tool in SCRIPTS {
        let case = Case::new("key-protect", tool);
        let help = case.start(&["--help"]);
        assert_eq!(help.status.code(), Some(0));
        assert!(
            String::from_utf8_lossy(&help.stdout).starts_with("Usage: bash create.sh [--dry-run | --help]\n")
        );
        for args in [&["--dry"][..], &["plan.json"], &["--dry-run", ""]] {
            let output = case.start(args);
            assert_eq!(output.status.code(), Some(2), "{args:?}");
            assert!(String::from_utf8_lossy(&output.stderr).starts_with("Usage: "), "{args:?}");
            assert_eq!(output.stdout, b"");
        }
        assert_eq!((case.cloud.log().len(), case.cloud.reads().len()), (0, 0));

        // Only what a script needs before it looks for tools.
        let bare = tempfile::tempdir().unwrap();
        for name in ["bash", "dirname", "curl"] {
            let path = std::env::var_os("PATH").unwrap();
            let real = std::env::split_paths(&path).map(|d| d.join(name)).find(|p| p.is_file()).unwrap();
            std::os::unix::fs::symlink(real, bare.path().join(name)).unwrap();
        }
        let mut with = env(&case.cloud, &Site::region("us-south"));
        with.push(("PATH".to_owned(), bare.path().to_str().unwrap().to_owned()));
        let output = case.bench.run_file(&case.export.scripts[0].1, &[], &with);
        let text = said(&output);
        assert_eq!(output.status.code(), Some(1), "{text}");
        let expected = "Stopped before step 1: jq is missing; to install it: sudo apt-get install jq";
        assert!(text.starts_with(expected), "{text}");
    }
    for (shown, expected) in [
        (
            "Plugin Name vpc-infrastructure\nPlugin Version 15.2.1",
            "is 15.2.1, and 16.0.0 or later is needed; to update it: ibmcloud plugin update vpc-infrastructure",
        ),
        (
            "FAILED\nPlug-in was not found.",
            "is missing; to install it: ibmcloud plugin install vpc-infrastructure",
        ),
    ] {
        let case = Case::new("key-protect", Tool::Cli);
        case.put("ibmcloud", &format!("#!/bin/sh\necho '{shown}'\n"));
        let last = case.stops();
        assert!(last.contains(expected), "{last}");
        assert_eq!(case.cloud.reads().len(), 0);
    }
}

/// A command that fails where nothing was foreseen: here, jq after some calls.
#[test]
fn an_unforeseen_failure_names_the_step_too() {
    if !have_tools("an_unforeseen_failure_names_the_step_too") {
        return;
    }
    let case = Case::new("key-protect", Tool::Api);
    let path = std::env::var_os("PATH").unwrap();
    let jq = std::env::split_paths(&path).map(|d| d.join("jq")).find(|p| p.is_file()).unwrap();
    case.put(
        "jq",
        &format!(
            "#!/bin/sh\ncase \"$*\" in *'prod-kms-us-south-1'*) exit 5;; esac\nexec '{}' \"$@\"\n",
            jq.display()
        ),
    );
    let last = case.stops();
    assert!(
        last.starts_with(
            "Stopped at step 4 of 7, address of gateway prod-kms in us-south-1: a command in line "
        ),
        "{last}"
    );
    assert!(last.contains(" failed with status 5. "), "{last}");
    std::fs::remove_file(case.bench.bin.path().join("jq")).unwrap();
    case.run();
    case.assert_complete(&[]);
}
