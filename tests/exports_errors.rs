//! Exports of a plan with open errors, and of what a tool cannot say.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;

use std::process::Command;
use support::{EXAMPLES, OF_EVERY_KIND, example, said, tool};
use vpe_planner::export::{self, File, Heading, Language, NotHere, Tool};
use vpe_planner::model::Model;
use vpe_planner::plan::{Field, Object, OriginKind, Place, Plan};
use vpe_planner::{handover, rules, steps};

/// Every object of a plan that a step can be about.
fn objects(plan: &Plan) -> Vec<Object> {
    let mut all: Vec<Object> = plan.vpcs.iter().map(|v| Object::Vpc(v.key.clone())).collect();
    all.extend(plan.prefixes().map(|(_, p)| Object::Prefix(p.key.clone())));
    all.extend(plan.subnets().map(|(_, s)| Object::Subnet(s.key.clone())));
    all.extend(plan.groups().map(|(_, g)| Object::Group(g.key.clone())));
    all.extend(plan.rules().map(|(_, r)| Object::Rule(r.key.clone())));
    for gateway in &plan.gateways {
        all.push(Object::Gateway(gateway.key.clone()));
        let addresses = 0..gateway.wanted.addresses.len();
        all.extend(addresses.map(|i| Object::Address(gateway.key.clone(), i)));
    }
    all
}

fn with_errors(name: &str, tool: Tool) -> (Heading, Vec<File>) {
    let (plan, model) = example(name);
    let runs = steps::runs(&model);
    let open = |(i, object): (usize, Object)| -> (Vec<Place>, String) {
        (vec![object.place()], format!("Error {i} is \n ${{open}} `at` \r\u{2028}its place."))
    };
    let heading = Heading {
        plan: "Plan\n'; rm -rf / #".to_owned(),
        hash: "0123456789ab".to_owned(),
        targets: model.targets.clone(),
        not_here: Vec::new(),
        open: objects(&plan).into_iter().enumerate().map(open).collect(),
        left_out: vec!["Something\nis left out.".to_owned()],
    };
    let files = export::files(&runs, tool, &heading);
    (heading, files)
}

#[test]
fn every_file_begins_with_its_plan_and_its_open_errors() {
    for name in EXAMPLES {
        for tool in Tool::ALL {
            let (heading, files) = with_errors(name, tool);
            for file in files {
                let text = file.text();
                if file.language == Language::Markdown {
                    let errors = text.lines().filter(|l| l.starts_with("- Error")).count();
                    assert_eq!(errors, heading.open.len(), "{}: {text}", file.path);
                    assert!(text.contains("Plan \\'\\; rm -rf \\/ \\#"), "{}: {text}", file.path);
                    assert!(text.contains("Content: 0123456789ab"), "{}: {text}", file.path);
                    assert!(text.contains("\n- Something is left out\\.\n"), "{}: {text}", file.path);
                    continue;
                }
                // The bodies of requests are JSON, which has no comments: with one, each would
                // change with each change of the plan.
                if file.language == Language::Jq {
                    assert!(text.starts_with("{\n") && !text.contains("\n#"), "{}", file.path);
                    continue;
                }
                // What Git is to ignore is the same for every plan.
                if file.language == Language::Plain {
                    continue;
                }
                let head: Vec<&str> = text
                    .lines()
                    .skip_while(|l| l.starts_with("#!"))
                    .take_while(|l| l.starts_with('#'))
                    .collect();
                assert_eq!(head[0], "# Plan: Plan '; rm -rf / #", "{}", file.path);
                assert_eq!(head[1], "# Content: 0123456789ab", "{}", file.path);
                // Scripts for policies call neither the VPC plug-in nor the VPC API.
                let aims_at = match tool {
                    Tool::Cli if file.path.contains("-policy-") => {
                        "ibmcloud, bash 4.4 or later, jq".to_owned()
                    }
                    Tool::Api if file.path.contains("-policy-") => {
                        "IAM API version 1, bash 4.4 or later, curl, jq".to_owned()
                    }
                    _ => heading.aims_at(tool),
                };
                assert_eq!(head[2], format!("# Written for: {aims_at}"), "{}", file.path);
                let errors = head.iter().filter(|l| l.starts_with("# - Error")).count();
                assert_eq!(errors, heading.open.len(), "{}", file.path);
                assert!(head.contains(&"# - Something is left out."), "{}", file.path);
            }
        }
    }
}

/// A comment about an error stands above a whole command or block, and the languages
/// still take the file.
#[test]
fn errors_are_marked_above_what_they_are_about() {
    let test = "errors_are_marked_above_what_they_are_about";
    let (terraform, shellcheck) = (tool(test, "terraform"), tool(test, "shellcheck"));
    for name in OF_EVERY_KIND {
        for tool in Tool::ALL {
            let (_, files) = with_errors(name, tool);
            let folder = tempfile::tempdir().unwrap();
            let mut marks = 0;
            for file in &files {
                let path = folder.path().join(&file.path);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(&path, file.text()).unwrap();
                for pair in file.lines.windows(2) {
                    if pair[1].text.contains("# Open error: Error") {
                        marks += 1;
                        assert!(pair[1].text.starts_with('#'), "{}: {}", file.path, pair[1].text);
                        assert!(!pair[0].text.ends_with('\\'), "{}: {}", file.path, pair[0].text);
                    }
                }
                if matches!(file.language, Language::Jq | Language::Markdown | Language::Plain) {
                    continue;
                }
                if file.language == Language::Bash {
                    let program = if shellcheck { "shellcheck" } else { "bash" };
                    let flags: &[&str] = if shellcheck { &[] } else { &["-n"] };
                    let output = Command::new(program).args(flags).arg(&path).output().unwrap();
                    assert!(output.status.success(), "{}", said(&output));
                } else if file.language == Language::Hcl {
                    let body: Result<hcl::Body, _> = hcl::from_str(&file.text());
                    assert!(body.is_ok(), "{}: {body:?}", file.path);
                }
            }
            assert!(marks > 3, "{name} by {}: {marks}", tool.name());
            if terraform && tool == Tool::Terraform {
                let mut command = Command::new("terraform");
                command.args(["fmt", "-check", "-recursive", "-diff"]).env("CHECKPOINT_DISABLE", "1");
                let output = command.current_dir(folder.path()).output().unwrap();
                assert!(output.status.success(), "{}", said(&output));
            }
        }
    }
}

#[test]
fn the_line_that_would_be_refused_is_known() {
    let (plan, _) = example("key-protect");
    let mut clash = plan.clone();
    let mut second = clash.gateways[0].clone();
    second.key = vpe_planner::plan::Key::new("second").unwrap();
    second.wanted.name = "second".to_owned();
    clash.gateways.push(second);
    let model = Model::of(&clash);
    let findings = rules::check(&model);
    let taken = findings.iter().find(|f| f.rule.code == "address-taken").unwrap();
    for tool in Tool::ALL {
        let lines = handover::excerpt(&model, &findings, tool, &clash.gateways[1].key);
        let marked: Vec<&str> = lines
            .iter()
            .filter(|line| line.place.as_ref().is_some_and(|place| taken.places.contains(place)))
            .map(|line| line.text.trim())
            .collect();
        assert_eq!(marked.len(), 1, "{}: {marked:?}", tool.name());
        assert!(marked[0].contains("10.240.8.8"), "{marked:?}");
    }
}

#[test]
fn what_terraform_cannot_say_stands_in_its_file_and_in_a_list() {
    let (mut plan, _) = example("mixed");
    plan.gateways[0].wanted.auto_release = true;
    plan.gateways[3].origin.id.clear();
    assert_eq!(plan.gateways[3].origin.kind, OriginKind::Existing);
    let model = Model::of(&plan);
    let cannot = handover::not_here(&model);
    let places: Vec<_> = cannot.iter().map(|NotHere { tool, place, .. }| (*tool, place.clone())).collect();
    let gateway =
        |i: usize, field| (Tool::Terraform, Object::Gateway(plan.gateways[i].key.clone()).at(field));
    assert_eq!(places, [gateway(0, Field::AutoRelease), gateway(3, Field::Id)]);
    let files = handover::files(&plan, &model, &[], &[Tool::Terraform]);
    let gateways = files.iter().find(|f| f.path.ends_with("gateways.tf")).unwrap().text();
    for NotHere { reason, .. } in cannot {
        assert!(gateways.contains(&format!("# Not here: {reason}")), "{reason}");
    }
    assert!(!gateways.contains("old_kms"), "what cannot be found is not written");
    let script = handover::files(&plan, &model, &[], &[Tool::Cli])[0].text();
    assert!(script.contains("new_ip \"$SUBNET_INFRA_1\" infra-ntp-eu-de-1 true\n"));
    assert!(script.contains("need_named 'endpoint gateway' old-kms"));
}

#[test]
fn nothing_new_makes_no_files() {
    let model = Model::of(&Plan::default());
    assert_eq!(handover::files(&Plan::default(), &model, &[], &Tool::ALL), []);
}
