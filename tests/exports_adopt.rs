//! Script first, Terraform later: what a script made is adopted by its lines, and the
//! real terraform takes it over without changing it.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
#[path = "support/runs.rs"]
mod runs;
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;

use runs::{Site, bench, have_tools, run, scripts, scripts_of};
use serde_json::json;
use stand_ins::{Change, Cloud, Terraform};
use std::collections::BTreeMap;
use std::path::Path;
use support::{EXAMPLES, example, hand_written, tool};
use vpe_planner::export::{Language, Tool};
use vpe_planner::import::adopt_made;
use vpe_planner::model::Model;
use vpe_planner::plan::{self, Plan};
use vpe_planner::steps::Step;
use vpe_planner::{edit, handover, rules, steps};

/// Runs the scripts of an example and adopts what they tell.
fn made(name: &str, cloud: &Cloud, by: Tool) -> Plan {
    let lines = run(&bench(cloud), cloud, &scripts(name, by)).unwrap_or_else(|e| panic!("{name}: {e}"));
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let (plan, _) = example(name);
    let made = adopt_made(&plan, &text).unwrap_or_else(|e| panic!("{name} by {}: {e}\n{text}", by.name()));
    assert_eq!(made.still_new, 0, "{name} by {}: the scripts tell of all that they make\n{text}", by.name());
    let adopted = edit::apply(&plan, &made.edit).unwrap();
    assert_eq!(adopt_made(&adopted, &text).unwrap().adopted, [], "{name}: a second time nothing is new");
    adopted
}

/// The Terraform files of each run of a plan, by root folder.
fn roots(plan: &Plan) -> BTreeMap<String, Vec<(String, String)>> {
    let model = Model::of(plan);
    let mut roots: BTreeMap<String, Vec<_>> = BTreeMap::new();
    let files = handover::files(plan, &model, &rules::check(&model), &[Tool::Terraform]);
    for file in files.iter().filter(|f| f.language == Language::Hcl) {
        let (root, name) = file.path.rsplit_once('/').unwrap();
        roots.entry(root.to_owned()).or_default().push((name.to_owned(), file.text()));
    }
    roots
}

/// Terraform in a folder with the files of one root.
fn terraform(cloud: &Cloud, site: &Site, folder: &Path, files: &[(String, String)]) -> Terraform {
    std::fs::create_dir_all(folder).unwrap();
    for (name, text) in files {
        std::fs::write(folder.join(name), text).unwrap();
    }
    site.terraform(cloud, folder)
}

/// Whether a change imports, and changes no more than the ports of a group's rule, or how the rules
/// written inside an ACL are changed, of which there are none.
fn only_imports(change: &Change) -> bool {
    change.does == "import"
        || (change.does == "import update"
            && ["ibm_is_security_group_rule.", "ibm_is_network_acl."]
                .iter()
                .any(|kind| change.address.starts_with(kind)))
        || change.does == "read"
}

#[test]
fn what_the_cli_script_made_is_taken_over_unchanged() {
    taken_over_unchanged("what_the_cli_script_made_is_taken_over_unchanged", Tool::Cli);
}

#[test]
fn what_the_api_script_made_is_taken_over_unchanged() {
    taken_over_unchanged("what_the_api_script_made_is_taken_over_unchanged", Tool::Api);
}

fn taken_over_unchanged(test: &str, by: Tool) {
    if !have_tools(test) {
        return;
    }
    let terraform_is_there = tool(test, "terraform");
    for name in EXAMPLES {
        let what = format!("{name} by {}", by.name());
        let cloud = Cloud::start(hand_written(name, "seed.json"));
        let adopted = made(name, &cloud, by);
        let findings = rules::check(&Model::of(&adopted));
        assert!(rules::Counts::of(&findings).is_clean(), "{what}: {findings:#?}");
        assert_eq!(plan::read(&plan::write(&adopted)).unwrap(), adopted, "{what}");
        let (state, mut counts) = (cloud.state(), cloud.counts());
        // Nothing is left to do for a script. Tags of a gateway that it only refers to are
        // attached once more, which changes nothing.
        let steps = steps::runs(&Model::of(&adopted)).into_iter().flat_map(|run| run.steps);
        let tags = steps.filter(|step| matches!(step, Step::Tags(_))).count();
        if tags > 0 {
            *counts.entry("attach_tags".to_owned()).or_default() += tags;
        }
        run(&bench(&cloud), &cloud, &scripts_of(&adopted, by)).unwrap_or_else(|e| panic!("{what}: {e}"));
        assert_eq!(cloud.counts(), counts, "{what}: a script makes nothing of what is taken over");

        let folder = tempfile::tempdir().unwrap();
        let mut taken_over = Vec::new();
        // The numbers of the folders are those of the runs.
        let sites = steps::runs(&Model::of(&adopted));
        for (site, (root, files)) in sites.iter().map(Site::of).zip(roots(&adopted)) {
            // A README and what Git ignores stand beside what terraform reads.
            let read = files.iter().filter(|(n, _)| n.ends_with(".tf") || n.ends_with(".tfvars"));
            let texts: Vec<(&str, &str)> = read.map(|(n, t)| (n.as_str(), t.as_str())).collect();
            assert_eq!(stand_ins::terraform::check(&texts).err(), None, "{what}, {root}");
            if !terraform_is_there {
                continue;
            }
            let path = folder.path().join(&root);
            let terraform = terraform(&cloud, &site, &path, &files);
            assert_eq!(terraform.validate(), Ok(()), "{what}, {root}");
            let changes = terraform.apply().unwrap_or_else(|e| panic!("{what}, {root}: {e}"));
            let other: Vec<_> = changes.iter().filter(|change| !only_imports(change)).collect();
            assert!(other.is_empty(), "{what}, {root}: {other:#?}");
            terraform.settled().unwrap_or_else(|e| panic!("{what}, {root}: {e}"));
            // The blocks have done their work.
            std::fs::remove_file(path.join("imports.tf")).unwrap();
            terraform.settled().unwrap_or_else(|e| panic!("{what}, {root}, without imports: {e}"));
            taken_over.push(terraform);
        }
        assert_eq!(cloud.state(), state, "{what}: nothing was changed");
        assert_eq!(cloud.refusals(), [], "{what}");
        // What exists was changed to need what would go.
        if adopted.gateways.iter().any(|gateway| gateway.origin.change) {
            continue;
        }
        for terraform in taken_over.iter().rev() {
            terraform.destroy().unwrap_or_else(|e| panic!("{what}: {e}"));
        }
        if terraform_is_there {
            // All that the scripts made is gone; what was there before is not.
            assert_eq!(cloud.state(), left(name), "{what}");
        }
    }
}

/// A binding that was imported ignores its gateway, and goes with it all the same.
#[test]
fn a_gateway_that_was_taken_over_is_replaced_with_its_bindings_and_keeps_its_addresses() {
    let test = "a_gateway_that_was_taken_over_is_replaced_with_its_bindings_and_keeps_its_addresses";
    if !have_tools(test) || !tool(test, "terraform") {
        return;
    }
    let cloud = Cloud::start(hand_written("key-protect", "seed.json"));
    let mut adopted = made("key-protect", &cloud, Tool::Api);
    let folder = tempfile::tempdir().unwrap();
    let files = roots(&adopted).remove("terraform").unwrap();
    let site = Site::region("us-south");
    terraform(&cloud, &site, folder.path(), &files).apply().unwrap();
    adopted.gateways[0].wanted.name = "other-name".into();
    let files = roots(&adopted).remove("terraform").unwrap();
    let terraform = terraform(&cloud, &site, folder.path(), &files);
    let changes = terraform.apply().unwrap();
    let changes: Vec<_> = changes.iter().map(|c| format!("{} {}", c.does, c.address)).collect();
    let binding =
        |zone| format!("replace ibm_is_virtual_endpoint_gateway_ip.endpoint_gateway[\"us-south-{zone}\"]");
    let gateway = "replace ibm_is_virtual_endpoint_gateway.endpoint_gateway".to_owned();
    assert_eq!(changes, [gateway, binding(1), binding(2), binding(3)]);
    assert_eq!(terraform.settled(), Ok(()));
    let addresses = &cloud.state()["vpcs"][0]["endpoint_gateways"][0]["ips"];
    assert_eq!(addresses["us-south-1"]["name"], "prod-kms-us-south-1");
    terraform.destroy().unwrap();
    assert_eq!(cloud.state(), left("key-protect"));
}

/// What is left of an example when all is gone that was taken over.
fn left(name: &str) -> serde_json::Value {
    let mut left = json!({ "vpcs": [] });
    let removed = hand_written(name, "expected.json")["removed"].take();
    if !removed.is_null() {
        left["removed"] = removed;
    }
    left
}
