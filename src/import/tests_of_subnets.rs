//! Rows of subnets as people have them.

use super::testing::{SUBNETS, network, plan};
use super::{MAX_PASTE_BYTES, MAX_PASTE_ROWS, PasteError, add_subnets, read_subnets};
use crate::edit::apply;
use crate::plan::OriginKind;
use proptest::prelude::*;

/// Each row as `name zone cidr id: why it is left out`.
fn read(text: &str) -> Vec<String> {
    let (model, vpc, _) = network();
    let pasted = read_subnets(&model, vpc, text).unwrap();
    let lines = pasted.lines.iter().map(|l| {
        let id = l.says.id.rsplit('-').next().unwrap_or_default();
        let all = [&l.says.name, &l.says.zone, &l.says.cidr, id];
        let words: Vec<&str> = all.into_iter().filter(|t| !t.is_empty()).collect();
        format!("{}{}", words.join(" "), l.skip.as_ref().map(|w| format!(": {w}")).unwrap_or_default())
    });
    lines.collect()
}

#[test]
fn what_a_terminal_prints() {
    let expected = [
        "app-1 us-south-1 10.240.0.0/24 555555555501",
        "app-2 us-south-2 10.240.64.0/24 555555555502",
        "old us-south-2 10.240.65.0/24 555555555503: is being deleted",
        "other us-south-3 10.240.129.0/24 555555555504: in another VPC, test-vpc",
    ];
    assert_eq!(read(SUBNETS), expected);
    let indented: String = SUBNETS.lines().map(|l| format!("    {l}\r\n")).collect();
    assert_eq!(read(&indented), expected);
    let coloured = SUBNETS.replace("app-1", "\u{1b}[36;1mapp-1\u{1b}[0m");
    assert_eq!(read(&coloured), expected);
    let collapsed: String =
        SUBNETS.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ") + "\n").collect();
    assert_eq!(read(&format!("10.240.1.0/24 first\n{SUBNETS}")).len(), 5);
    assert_eq!(read(&collapsed)[0], "app-1 us-south-1 10.240.0.0/24 555555555501");
}

#[test]
fn what_a_spreadsheet_copies_or_saves() {
    let expected = ["app-1 us-south-1 10.240.0.0/24", "app-2 us-south-2 10.240.64.0/24"];
    for text in [
        "Name\tZone\tCIDR\napp-1\tus-south-1\t10.240.0.0/24\napp-2\tus-south-2\t10.240.64.0/24\n",
        "zone,ipv4_cidr_block,comment,name\nus-south-1,10.240.0.0/24,\"a, b\",app-1\nus-south-2,10.240.64.0/24,,app-2",
        "Subnet;Location;IP range\r\n\"app-1\";\"us-south-1\";\"10.240.0.0/24\"\r\n\"app-2\";\"us-south-2\";\"10.240.64.0/24\"",
        "app-1\t10.240.0.0/24\tus-south-1\napp-2\t10.240.64.0/24\tus-south-2",
        "us-south-1, 10.240.0.0/24, app-1\n\nus-south-2, 10.240.64.0/24, app-2\n",
        "10.240.0.0/24 app-1 us-south-1\n10.240.64.0/24 app-2 us-south-2",
        "| name | cidr | zone |\n|---|---|---|\n| app-1 | 10.240.0.0/24 | us-south-1 |\n| app-2 | 10.240.64.0/24 | us-south-2 |",
        "app-1  us-south-1  available  10.240.0.0/24\napp-2  us-south-2  available  10.240.64.0/24\nOK\n",
        "\u{feff}Name\tStatus\tZone\tCIDR\n\u{202e}app-1\tavailable\tus-south-1\t10.240.0.0/24\napp-2\u{a0}\t\tus-south-2\t10.240.64.0/24",
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn a_zone_that_is_not_said_is_that_of_its_prefix() {
    assert_eq!(read("10.240.3.0/24"), ["us-south-1 10.240.3.0/24"]);
    assert_eq!(read("10.240.200.0/24"), ["10.240.200.0/24"]);
}

#[test]
fn what_is_left_out_and_why() {
    for (text, expected) in [
        ("vpe-1,us-south-1,10.240.9.0/26", "vpe-1 is in the plan already"),
        ("x,us-south-1,10.240.8.0/26", "10.240.8.0/26 is in the plan already"),
        ("a,us-south-1,10.240.9.0/26\na,us-south-1,10.240.10.0/26", "a is in a row above"),
        ("a,us-south-1,10.240.9.0/26\nb,us-south-1,10.240.9.7/26", "10.240.9.7/26 is in a row above"),
        ("name,zone,cidr\na,us-south-1,", "no CIDR"),
        ("name,zone,cidr\na,us-south-1,10.240.9.0", "no CIDR"),
        ("a,us-south-1,fd00::/64", "no CIDR"),
        ("a,eu-de-1,10.240.9.0/26", "eu-de-1 is not in us-south"),
        ("name,vpc,cidr\na,r006-0000,10.240.9.0/26", "in another VPC, r006-0000"),
    ] {
        let lines = read(text);
        let last = lines.last().unwrap();
        assert!(last.ends_with(&format!(": {expected}")), "{text}: {lines:?}");
    }
    let by_id = "name,vpc,cidr\na,r006-11111111-2222-4333-8444-555555555500,10.240.9.0/26";
    assert_eq!(read(by_id), ["a us-south-1 10.240.9.0/26"]);
}

#[test]
fn what_is_added_is_one_edit_with_keys_of_its_own() {
    let (model, vpc, _) = network();
    let text = "vpe 1,us-south-1,10.240.9.0/26\nvpe 1!,us-south-2,10.240.80.0/26\n,us-south-3,10.240.129.0/26\nvpe-1,,10.240.10.0/26";
    let pasted = read_subnets(&model, vpc, text).unwrap();
    assert_eq!((pasted.added().count(), pasted.skipped()), (3, 1));
    for (kind, id) in [(OriginKind::New, ""), (OriginKind::Existing, "")] {
        let edit = add_subnets(&model, vpc, &pasted, kind);
        assert_eq!(edit.label(&plan()), "add 3 pasted subnets");
        let after = apply(&plan(), &edit).unwrap();
        let subnets = &after.vpcs[0].wanted.subnets;
        let keys: Vec<&str> = subnets.iter().map(|s| s.key.as_str()).collect();
        assert_eq!(keys, ["vpe-1", "vpe-1-2", "vpe-1-3", "subnet"]);
        assert!(subnets[1..].iter().all(|s| s.origin.kind == kind && s.origin.id == id));
        assert_eq!(subnets[1].wanted.name, "vpe 1");
    }
    let (model, vpc, _) = network();
    let pasted = read_subnets(&model, vpc, SUBNETS).unwrap();
    let after = apply(&plan(), &add_subnets(&model, vpc, &pasted, OriginKind::Existing)).unwrap();
    assert_eq!(after.vpcs[0].wanted.subnets[1].origin.id, "0717-11111111-2222-4333-8444-555555555501");
    assert_eq!(after.vpcs[0].wanted.subnets[1].wanted.resource_group, "payments");
}

#[test]
fn too_much_and_the_wrong_kind_are_refused_in_words() {
    let (model, vpc, _) = network();
    let long = "x".repeat(MAX_PASTE_BYTES + 1);
    assert_eq!(read_subnets(&model, vpc, &long), Err(PasteError::TooLong { bytes: MAX_PASTE_BYTES + 1 }));
    for json in ["[{\"id\": 1}]", " [\n]", "{\"subnets\": []}"] {
        assert_eq!(read_subnets(&model, vpc, json), Err(PasteError::Json), "{json}");
    }
    let rows: String =
        (0..MAX_PASTE_ROWS + 5).map(|i| format!("s{i},10.{}.{}.0/26\n", i / 256, i % 256)).collect();
    let pasted = read_subnets(&model, vpc, &rows).unwrap();
    assert_eq!((pasted.lines.len(), pasted.unread), (MAX_PASTE_ROWS, 5));
    assert_eq!(read(""), [""; 0]);
    assert_eq!(read("\n \t\n---\n"), [""; 0]);
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "(?s)[\"',;|\t\n a-z0-9./:-]{0,200}|\\PC{0,80}") {
        let (model, vpc, _) = network();
        let pasted = read_subnets(&model, vpc, &text).unwrap_or_default();
        let added = pasted.added().count();
        let after = apply(&plan(), &add_subnets(&model, vpc, &pasted, OriginKind::New)).unwrap();
        prop_assert_eq!(after.vpcs[0].wanted.subnets.len(), 1 + added);
        prop_assert!(crate::plan::read(&crate::plan::write(&after)).is_ok());
    }
}
