//! The checks of the provider's `validate`. As its plugin SDK does, it looks only at what is wholly
//! known: a reference switches the check of its argument or block off (Terraform facts §2.11).

use std::net::Ipv4Addr;
use std::sync::OnceLock;

use ipnet::Ipv4Net;
use regex::Regex;

use super::plan::Path;
use super::table::{Attribute, Block};
use super::value::{Object, Value, get};

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fault {
    pub(super) path: Path,
    pub(super) summary: String,
}

/// Everything that is wrong with the configuration of a block.
pub(super) fn faults(row: &Block, config: &Object) -> Vec<Fault> {
    let mut faults = Vec::new();
    block(row, config, &Path::default(), &mut faults);
    faults
}

fn block(row: &Block, config: &Object, path: &Path, faults: &mut Vec<Fault>) {
    let mut fault = |path: Path, summary: String| faults.push(Fault { path, summary });
    for (name, attribute) in &row.attributes {
        let value = get(config, name);
        if value.is_unsaid() {
            continue;
        }
        let path = path.attribute(name);
        if !attribute.optional && !attribute.required {
            let why = format!("Value for unconfigurable attribute: {name} is decided by the provider");
            fault(path, why);
        } else if value.wholly_known()
            && let Some(why) = literal(name, attribute, value)
        {
            fault(path, why);
        }
    }
    relations(row, config, path, &mut fault);
    for (name, inner) in &row.blocks {
        for (index, item) in get(config, name).items().iter().enumerate() {
            if let Some(object) = item.object()
                && item.wholly_known()
            {
                block(inner, object, &path.attribute(name).index(index), faults);
            }
        }
    }
}

/// What stands together that must not, or without what it needs.
fn relations(row: &Block, config: &Object, path: &Path, fault: &mut impl FnMut(Path, String)) {
    let said = |name: &str| !get(config, name).is_unsaid();
    let known = |name: &str| get(config, name).wholly_known();
    for pair in &row.conflicts {
        if pair.iter().all(|name| said(name) && known(name)) {
            let others = pair[1..].join(", ");
            fault(path.attribute(&pair[0]), format!("\"{}\": conflicts with {others}", pair[0]));
        }
    }
    for names in row.at_least_one.iter().chain(&row.exactly_one) {
        if !names.iter().any(|name| said(name)) {
            let summary = format!("one of `{}` must be specified", names.join(","));
            fault(path.attribute(&names[0]), summary);
        }
    }
    for names in &row.exactly_one {
        if names.iter().filter(|name| said(name)).count() > 1 {
            let summary = format!("only one of `{}` can be specified", names.join(","));
            fault(path.attribute(&names[0]), summary);
        }
    }
    for (name, others) in &row.needs {
        for other in others.iter().filter(|other| said(name) && !said(other)) {
            let summary = format!("\"{name}\": all of `{name},{other}` must be specified");
            fault(path.attribute(name), summary);
        }
    }
}

/// What is wrong with a literal.
fn literal(name: &str, attribute: &Attribute, value: &Value) -> Option<String> {
    let check = attribute.check.as_deref()?;
    if let Value::List(items) = value {
        return items.iter().find_map(|item| one(name, check, item));
    }
    one(name, check, value)
}

fn one(name: &str, check: &str, value: &Value) -> Option<String> {
    if let Some((from, to)) = check.split_once("..") {
        let (from, to): (i64, i64) = (from.parse().ok()?, to.parse().ok()?);
        let number = value.number()?;
        let inside = (from..=to).contains(&number);
        return (!inside).then(|| format!("\"{name}\" must be between {from} and {to}, got {number}"));
    }
    let text = value.text()?;
    if let Some(words) = check.strip_prefix('=') {
        let known = words.split('|').any(|word| word == text);
        return (!known).then(|| format!("\"{name}\" must contain a value from {words}, got {text:?}"));
    }
    let cidr = || text.parse::<Ipv4Net>().is_ok();
    let right = match check {
        "cidr" => text.parse::<ipnet::IpNet>().is_ok(),
        "ip_or_cidr" => cidr() || text.parse::<Ipv4Addr>().is_ok(),
        // Only these five texts; whether ranges overlap is not looked at (Terraform facts §1.6).
        "foreign" => {
            !["127.0.0.0/8", "161.26.0.0/16", "166.8.0.0/14", "169.254.0.0/16", "224.0.0.0/4"].contains(&text)
        }
        pattern => {
            let (regex, longest) = patterns(pattern);
            regex.is_match(text) && (1..=longest).contains(&text.chars().count())
        }
    };
    (!right).then(|| format!("\"{name}\" ({text:?}) does not match what {check} takes"))
}

/// A pattern of the provider's with the longest text that it takes (Terraform facts §1).
///
/// # Panics
/// When there is no such pattern.
fn patterns(name: &str) -> (&'static Regex, usize) {
    static PATTERNS: OnceLock<Vec<(&str, usize, Regex)>> = OnceLock::new();
    let all = PATTERNS.get_or_init(|| {
        let part = "([A-Za-z0-9_.-]|[A-Za-z0-9_.-][A-Za-z0-9_ .-]*[A-Za-z0-9_.-])";
        let number = "number_([2-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
        [
            ("name", 63, r"^([a-z]|[a-z][-a-z0-9]*[a-z0-9])$".to_owned()),
            (
                "binding_name",
                63,
                r"^([a-z]|[a-z][-a-z0-9]*[a-z0-9]|[0-9][-a-z0-9]*([a-z]|[-a-z][-a-z0-9]*[a-z0-9]))$"
                    .to_owned(),
            ),
            ("user_tag", 128, r"^[A-Za-z0-9:_ .-]+$".to_owned()),
            ("access_tag", 128, format!("^{part}:{part}$")),
            ("id", 64, r"^[-0-9a-z_]+$".to_owned()),
            (
                "tagged",
                1024,
                r"^crn:v1(:[a-zA-Z0-9 \-\._~\*\+,;=!$&'\(\)\/\?#\[\]@]*){8}$|^[0-9]+$".to_owned(),
            ),
            (
                "protocol",
                128,
                format!("^(tcp|udp|icmp|any|icmp_tcp_udp|ah|esp|gre|ip_in_ip|l2tp|rsvp|sctp|vrrp|{number})$"),
            ),
        ]
        .map(|(name, longest, text)| {
            (name, longest, Regex::new(&text).expect("the patterns are regular expressions"))
        })
        .into()
    });
    let found = all.iter().find(|(one, ..)| *one == name);
    let (_, longest, regex) = found.unwrap_or_else(|| panic!("there is no pattern {name}"));
    (regex, *longest)
}
