//! `check --fix` on plans with much to mend.

use super::{program, run, synthetic};
use std::collections::BTreeSet;
use std::fs;
use vpe_planner::plan;

#[test]
fn every_clash_is_mended_and_mending_again_does_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let faulty = synthetic::faulty(60);
    fs::write(&path, plan::write(&faulty)).unwrap();

    let first = run(&mut program(folder.path(), ["check", "--fix", "plan.json"]));
    assert_eq!(first.code, Some(0), "{first:?}");
    // Three addresses of each second gateway of a VPC, in ten VPCs of six.
    assert_eq!(first.out.matches("applied address-taken: Use ").count(), 90, "{}", first.out);
    assert!(first.out.ends_with("plan.json: 90 fixes applied, no findings\n"), "{}", first.out);

    let mended = plan::read(&fs::read_to_string(&path).unwrap()).unwrap();
    let addresses = mended.gateways.iter().flat_map(|g| &g.wanted.addresses);
    let distinct: BTreeSet<_> = addresses.clone().map(|a| a.address.as_str()).collect();
    assert_eq!(distinct.len(), addresses.count());
    // Nothing but the addresses that clashed was touched.
    for (before, after) in faulty.gateways.iter().zip(&mended.gateways) {
        assert_eq!((&before.wanted.name, &before.key), (&after.wanted.name, &after.key));
    }
    assert_eq!(mended.gateways[..10], faulty.gateways[..10]);

    let second = run(&mut program(folder.path(), ["check", "--fix", "plan.json"]));
    assert_eq!(second.out, "plan.json: 0 fixes applied, no findings\n");
}

#[test]
fn a_fix_that_brings_another_finding_in_its_place_is_left_to_people() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let mut plan = synthetic::plan(1);
    // While the block means nothing nobody knows that the gateway's address is taken.
    let address = plan.gateways[0].wanted.addresses[0].address.clone();
    let subnet = &mut plan.vpcs[0].wanted.subnets[0].wanted;
    subnet.cidr = subnet.cidr.replace(".0/", ".9/");
    subnet.taken.push(plan::Taken { addresses: address, holder: "others".into() });
    fs::write(&path, plan::write(&plan)).unwrap();

    let run = run(&mut program(folder.path(), ["check", "--fix", "plan.json"]));
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.out.contains("10.240.0.0/26 (another finding would take its place)"), "{}", run.out);
    assert!(run.out.ends_with("plan.json: 0 fixes applied, 1 error, 0 warnings, 0 advice\n"), "{}", run.out);
    assert_eq!(fs::read_to_string(&path).unwrap(), plan::write(&plan));
}
