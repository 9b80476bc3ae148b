//! Rows of taken addresses as people have them.

use super::testing::{RESERVED, network, plan};
use super::{MAX_PASTE_ROWS, add_taken, read_taken};
use crate::edit::apply;
use proptest::prelude::*;

/// Each row as `addresses holder: why it is left out`.
fn read(text: &str) -> Vec<String> {
    let (model, _, subnet) = network();
    let pasted = read_taken(&model, subnet, text).unwrap();
    let lines = pasted.lines.iter().map(|l| {
        let says = format!("{} {}", l.says.addresses, l.says.holder);
        format!("{}{}", says.trim(), l.skip.as_ref().map(|w| format!(": {w}")).unwrap_or_default())
    });
    lines.collect()
}

#[test]
fn what_a_terminal_prints() {
    let held = "held by IBM Cloud, which the plan knows";
    assert_eq!(
        read(RESERVED),
        [
            format!("10.240.8.0 ibm-network-address: {held}"),
            "10.240.8.20 pg-spare-1".to_owned(),
            "10.240.8.7 lb-settle".to_owned(),
            format!("10.240.8.63 ibm-broadcast-address: {held}"),
        ]
    );
    let bare: String = RESERVED.lines().skip(2).map(|l| format!("{l}\n")).collect();
    assert_eq!(read(&bare)[1], "10.240.8.20 pg-spare-1");
}

#[test]
fn what_people_write() {
    for (text, expected) in [
        ("10.240.8.20", &["10.240.8.20"][..]),
        ("10.240.8.20, 10.240.8.21", &["10.240.8.20", "10.240.8.21"]),
        ("10.240.8.20 10.240.8.21\n10.240.8.22", &["10.240.8.20", "10.240.8.21", "10.240.8.22"]),
        ("10.240.8.20 the db server, primary", &["10.240.8.20 the db server, primary"]),
        ("10.240.8.20 - 10.240.8.22 batch", &["10.240.8.20-10.240.8.22 batch"]),
        ("10.240.8.20 to 10.240.8.22", &["10.240.8.20-10.240.8.22"]),
        ("db\t10.240.8.20–10.240.8.22\tx", &["10.240.8.20-10.240.8.22 db"]),
        ("10.240.8.16/28;\"load; balancers\"", &["10.240.8.16/28 load; balancers"]),
        ("Used by,IP address\n\"a \"\"b\"\"\nc\",10.240.8.20\n", &["10.240.8.20 a \"b\" c"]),
        (
            "host,ip,comment\ndb-1,10.240.8.20,standby\ndb-2,10.240.8.21,",
            &["10.240.8.20 standby", "10.240.8.21 db-2"],
        ),
        ("IP\n10.240.8.20\n10.240.8.21\n", &["10.240.8.20", "10.240.8.21"]),
    ] {
        let found = read(text);
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn what_is_left_out_and_why() {
    for (text, expected) in [
        ("10.240.9.4,db", "10.240.9.4 db: outside 10.240.8.0/26"),
        ("ip,name\n,db\n", "db: no IPv4 address"),
        ("ip,name\nfd00::1,db\n10.240.8.20,x", "db: no IPv4 address"),
        ("10.240.8.3", "10.240.8.3: held by IBM Cloud, which the plan knows"),
        ("10.240.8.41,x", "10.240.8.41 x: in the plan already"),
        ("10.240.8.30,x", "10.240.8.30 x: in the plan as the reserved IP spare"),
        ("ip,target\n10.240.8.10,cos", "10.240.8.10 cos: in the plan as an address of cos"),
        ("ip,target\n10.240.8.10,else", "10.240.8.10 else"),
        ("ip,target\n10.240.8.9,kms", "10.240.8.9 kms"),
        ("10.240.8.40-10.240.8.45", "10.240.8.40-10.240.8.45"),
    ] {
        assert_eq!(read(text)[0], expected, "{text}");
    }
    assert_eq!(read("10.240.8.20,a\n10.240.8.20,b")[1], "10.240.8.20 b: in a row above");
}

#[test]
fn what_is_added_is_one_edit() {
    let (model, _, subnet) = network();
    let pasted = read_taken(&model, subnet, RESERVED).unwrap();
    let edit = add_taken(&model, subnet, &pasted);
    assert_eq!(edit.label(&plan()), "add 2 rows of pasted addresses");
    let after = apply(&plan(), &edit).unwrap();
    let taken: Vec<_> =
        after.vpcs[0].wanted.subnets[0].wanted.taken.iter().map(|t| t.addresses.as_str()).collect();
    assert_eq!(taken, ["10.240.8.40-10.240.8.41", "10.240.8.20", "10.240.8.7"]);
}

#[test]
fn a_row_of_many_addresses_keeps_the_limit() {
    let (model, _, subnet) = network();
    let row = vec!["10.240.8.20"; 60].join(",");
    let text = vec![row; 20].join("\n");
    let pasted = read_taken(&model, subnet, &text).unwrap();
    assert_eq!((pasted.lines.len(), pasted.unread), (MAX_PASTE_ROWS, 60 * 20 - MAX_PASTE_ROWS));
    assert_eq!(pasted.added().count(), 1);
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "(?s)[\"',;|\t\n a-z0-9./-]{0,200}|\\PC{0,80}") {
        let (model, _, subnet) = network();
        let pasted = read_taken(&model, subnet, &text).unwrap_or_default();
        let after = apply(&plan(), &add_taken(&model, subnet, &pasted)).unwrap();
        prop_assert_eq!(after.vpcs[0].wanted.subnets[0].wanted.taken.len(), 1 + pasted.added().count());
    }
}
