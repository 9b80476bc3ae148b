//! What the lines of a script come to.

use super::{MAX_MADE_BYTES, MadeError, adopt_made};
use crate::edit::{History, apply};
use crate::model::Model;
use crate::plan::{How, Key, Object, On, OriginKind, Plan, read, write};
use crate::rules;

fn plan() -> Plan {
    read(include_str!("../../examples/key-protect.json")).unwrap()
}

/// What a script prints of the example.
const LINES: &str = r#"
{"place":"security_groups/vpe-clients","id":"r006-5f0c8b1a"}
{"place":"rules/rule","id":"r006-77d2e094"}
{"place":"gateways/endpoint-gateway","id":"r006-c31a90ee"}
{"place":"gateways/endpoint-gateway/addresses/us-south-1","id":"0717-4b1d","name":"prod-kms-us-south-1","address":"10.240.8.8"}
{"place":"gateways/endpoint-gateway/addresses/us-south-2","id":"0727-9e77","name":"prod-kms-us-south-2","address":"0.0.0.0"}
"#;

#[test]
fn new_things_become_existing_ones_that_are_taken_over() {
    let before = plan();
    let made = adopt_made(&before, LINES).unwrap();
    assert_eq!((made.adopted.len(), made.unchanged), (5, 0));
    let mut history = History::new(before.clone());
    history.edit(&made.edit).unwrap();
    let after = history.plan().clone();
    let group = &after.vpcs[0].wanted.security_groups[0];
    assert_eq!((group.origin.id.as_str(), group.origin.on), ("r006-5f0c8b1a", On::Adopt));
    assert_eq!(group.wanted.rules[0].origin.id, "r006-77d2e094");
    let gateway = &after.gateways[0];
    assert_eq!(gateway.origin.kind, OriginKind::Existing);
    let entry = &gateway.wanted.addresses[0];
    assert_eq!(
        (entry.how, entry.reserved_ip.as_str()),
        (How::Existing, "endpoint-gateway-us-south-1"),
        "the zone entry is bound to what was reserved for it"
    );
    let ips: Vec<_> = after
        .reserved_ips()
        .filter(|(_, ip)| ip.on == On::Adopt)
        .map(|(subnet, ip)| (subnet.key.as_str(), ip.name.as_str(), ip.id.as_str(), ip.address.as_str()))
        .collect();
    assert_eq!(ips.len(), 2);
    assert_eq!(ips[0].1.to_owned() + " " + ips[0].3, "prod-kms-us-south-1 10.240.8.8");
    assert_eq!(ips[1].3, "", "an address that is not known yet is not one");
    assert_eq!(read(&write(&after)).unwrap(), *after);
    assert_eq!(Model::of(&after).not_adopted, []);
    assert!(history.undo());
    assert_eq!(**history.plan(), before);
}

#[test]
fn the_same_lines_again_change_nothing() {
    let after = apply(&plan(), &adopt_made(&plan(), LINES).unwrap().edit).unwrap();
    let again = adopt_made(&after, LINES).unwrap();
    assert_eq!((again.adopted.len(), again.unchanged), (0, 5));
    assert_eq!(apply(&after, &again.edit).unwrap(), after);
}

/// Such as a subnet that the plan knows by its name, whose id a reserved IP is
/// imported with.
#[test]
fn what_exists_without_an_id_gets_it_and_is_still_only_referred_to() {
    let mut before = plan();
    before.vpcs[0].wanted.subnets[0].origin.id.clear();
    let lines = format!("{LINES}{{\"place\":\"subnets/vpe-1\",\"id\":\"0717-aa\"}}");
    let made = adopt_made(&before, &lines).unwrap();
    assert_eq!(made.identified, [(Object::Subnet(Key::new("vpe-1").unwrap()), "0717-aa".into())]);
    let after = apply(&before, &made.edit).unwrap();
    let origin = &after.vpcs[0].wanted.subnets[0].origin;
    assert_eq!((origin.id.as_str(), origin.on), ("0717-aa", On::ReferTo));
    assert_eq!(Model::of(&after).not_adopted, []);
    let without = apply(&before, &adopt_made(&before, LINES).unwrap().edit).unwrap();
    assert_eq!(Model::of(&without).not_adopted.len(), 1);
}

#[test]
fn an_existing_reserved_ip_is_told_by_its_own_place_and_by_its_gateway_s() {
    let mut before = read(include_str!("../../examples/adopted.json")).unwrap();
    before.vpcs[0].wanted.subnets[0].wanted.reserved_ips[1].id.clear();
    let lines = "{\"place\":\"reserved_ips/audit-1\",\"id\":\"0757-58\"}\n\
                 {\"place\":\"gateways/audit/addresses/us-east-1\",\"id\":\"0757-58\",\"address\":\"10.241.0.20\"}";
    let made = adopt_made(&before, lines).unwrap();
    assert_eq!(made.identified, [(Object::ReservedIp(Key::new("audit-1").unwrap()), "0757-58".into())]);
    let ip = apply(&before, &made.edit).unwrap().vpcs[0].wanted.subnets[0].wanted.reserved_ips[1].clone();
    assert_eq!((ip.id.as_str(), ip.on), ("0757-58", On::ReferTo));
}

#[test]
fn what_no_line_tells_of_stays_new_and_is_counted() {
    let all = adopt_made(&plan(), LINES).unwrap().still_new;
    let one = r#"{"place":"gateways/endpoint-gateway","id":"r006-c31a90ee"}"#;
    let made = adopt_made(&plan(), one).unwrap();
    assert_eq!(
        made.adopted,
        [(Object::Gateway(Key::new("endpoint-gateway").unwrap()), "r006-c31a90ee".into())]
    );
    assert_eq!(made.still_new, all + 4);
}

/// Each line alone, and what is said of it.
#[test]
fn what_is_wrong_is_said_with_its_line() {
    for (text, expected) in [
        ("", "no line tells what was made: expected lines such as {\"place\""),
        (" \n\n", "no line tells what was made"),
        (
            "Done.",
            "line 1: expected an object such as {\"place\": \"gateways/KEY\", \"id\": \"ID\"}: expected value",
        ),
        ("\n[\"gateways/endpoint-gateway\",\"r\"]", "line 2: expected an object such as"),
        (
            r#"{"place":"gateways/endpoint-gateway"}"#,
            "line 1: expected an object such as {\"place\": \"gateways/KEY\", \"id\": \"ID\"}: missing field `id`",
        ),
        (r#"{"place":"gateways/endpoint-gateway","id":7}"#, "invalid type: integer `7`, expected a string"),
        (r#"{"place":"gateways/endpoint-gateway","id":""}"#, "line 1: \"\" is not an ID: expected 1 to 64"),
        (r#"{"place":"gateways/endpoint-gateway","id":"r006/x"}"#, "line 1: \"r006/x\" is not an ID"),
        (r#"{"place":"gateways/endpoint-gateway","id":"a","id":"b"}"#, "duplicate field `id`"),
        (
            "{\"place\":\"gateways/nobody\",\"id\":\"a\"}\n{\"place\":\"plan\",\"id\":\"b\"}\n{\"place\":\"vpcs\\u001b[31m\",\"id\":\"c\"}",
            "the plan does not have \"gateways/nobody\" (line 1), \"plan\" (line 2), \"vpcs\\u{1b}[31m\" (line 3): the script is of another plan",
        ),
        (r#"{"place":"gateways/endpoint-gateway/name","id":"a"}"#, "the plan does not have"),
        (
            "{\"place\":\"gateways/endpoint-gateway\",\"id\":\"a\"}\n{\"place\":\"gateways/endpoint-gateway\",\"id\":\"b\"}",
            "line 2: gateways/endpoint-gateway has the ID a in line 1",
        ),
        (
            "{\"place\":\"gateways/endpoint-gateway\",\"id\":\"a\"}\n{\"place\":\"rules/rule\",\"id\":\"a\"}",
            "line 2: the ID a is that of something else in line 1",
        ),
        (
            r#"{"place":"gateways/endpoint-gateway/addresses/us-south-1","id":"a","address":"10.240.8"}"#,
            "line 1: \"10.240.8\" is not an IPv4 address",
        ),
        (
            r#"{"place":"gateways/endpoint-gateway/addresses/us-south-1","id":"a","name":"A b"}"#,
            "line 1: \"A b\" is not the name of a reserved IP",
        ),
    ] {
        let error = adopt_made(&plan(), text).expect_err(text).to_string();
        assert!(error.contains(expected), "{text}\n  gave     {error}\n  expected {expected}");
    }
}

#[test]
fn what_contradicts_the_plan_is_refused() {
    let adopted = read(include_str!("../../examples/adopted.json")).unwrap();
    for (text, expected) in [
        (
            r#"{"place":"gateways/secrets","id":"r014-other"}"#,
            "line 1: the plan has gateways/secrets with the ID r014-b25c8f6e-04d1-4937-8ea5-1f9067d3c2b8, not r014-other",
        ),
        (
            r#"{"place":"gateways/audit/addresses/us-east-1","id":"0757-other"}"#,
            "line 1: the plan has gateways/audit/addresses/us-east-1 with the ID 0757-58c1e9b7",
        ),
    ] {
        let error = adopt_made(&adopted, text).unwrap_err().to_string();
        assert!(error.starts_with(expected), "{error}");
    }
    let mut given = plan();
    given.gateways[0].wanted.addresses[0].how = How::Given;
    given.gateways[0].wanted.addresses[0].address = "10.240.8.9".into();
    let error = adopt_made(&given, LINES).unwrap_err().to_string();
    assert_eq!(error, "line 5: the plan has the address 10.240.8.9 there, not 10.240.8.8");
    given.gateways[0].wanted.addresses[0].how = How::None;
    let error = adopt_made(&given, LINES).unwrap_err().to_string();
    assert_eq!(error, "line 5: the plan has no address at gateways/endpoint-gateway/addresses/us-south-1");
}

#[test]
fn texts_and_lines_have_their_limits() {
    let long = " ".repeat(MAX_MADE_BYTES + 1);
    assert_eq!(adopt_made(&plan(), &long), Err(MadeError::TooLong { bytes: MAX_MADE_BYTES + 1 }));
    let line = format!("{{\"place\":\"{}\",\"id\":\"a\"}}", "x".repeat(3000));
    let error = adopt_made(&plan(), &line).unwrap_err().to_string();
    assert_eq!(error, "line 1: it has 3021 bytes; a line has 2048 at most");
    let many: String = (0..9).map(|i| format!("{{\"place\":\"vpcs/v{i}\",\"id\":\"a{i}\"}}\n")).collect();
    let error = adopt_made(&plan(), &many).unwrap_err().to_string();
    assert!(error.contains("\"vpcs/v4\" (line 5), 4 more: the script"), "{error}");
    for end in 0..LINES.len() {
        let _ = adopt_made(&plan(), &LINES[..end]);
    }
}

/// A plan is as clean after it as before.
#[test]
fn nothing_new_is_found_after_it() {
    let clean = |plan: &Plan| rules::Counts::of(&rules::check(&Model::of(plan))).is_clean();
    let after = apply(&plan(), &adopt_made(&plan(), LINES).unwrap().edit).unwrap();
    assert!(clean(&plan()) && clean(&after), "{:?}", rules::check(&Model::of(&after)));
}
