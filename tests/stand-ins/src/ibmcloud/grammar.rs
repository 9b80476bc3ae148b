//! The grammar of `ibmcloud`: the table, and reading an argument list by it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use regex::Regex;
use serde::Deserialize;

use crate::cloud::shape::Shape;
use crate::strict_json;

/// One command.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Command {
    /// The words that name it, with one blank between them.
    pub(crate) words: String,
    /// The forms of the arguments that stand without a flag, all of them required. The last may end
    /// in `...`: there are one or more of it.
    #[serde(default)]
    pub(crate) positionals: Vec<String>,
    /// A flag beside which no such arguments stand.
    pub(crate) alone: Option<String>,
    /// Each flag, with its other spelling behind a comma, and the form of its value.
    pub(crate) flags: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) required: Vec<String>,
    #[serde(default)]
    pub(crate) repeatable: Vec<String>,
    /// Sets of flags of which at most one may be given.
    #[serde(default)]
    pub(crate) excludes: Vec<Vec<String>>,
    /// Sets of flags of which one must be given.
    #[serde(default)]
    pub(crate) one_of: Vec<Vec<String>>,
    /// A flag that must be there beside another.
    #[serde(default)]
    pub(crate) needs: BTreeMap<String, String>,
    /// Where the row comes from.
    pub(crate) from: String,
}

#[derive(Deserialize)]
struct File {
    forms: BTreeMap<String, String>,
    shapes: BTreeMap<String, Shape>,
    commands: Vec<Command>,
}

/// The whole grammar.
pub(crate) struct Grammar {
    forms: BTreeMap<String, Regex>,
    shapes: BTreeMap<String, Shape>,
    pub(crate) commands: Vec<Command>,
}

/// An argument list that fits the grammar.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) command: &'static Command,
    pub(crate) positionals: Vec<String>,
    /// Flags by their first spelling with their values, in the order given.
    pub(crate) flags: Vec<(&'static str, String)>,
}

impl Parsed {
    /// The value of a flag.
    pub(crate) fn flag(&self, name: &str) -> Option<&str> {
        self.flags.iter().find(|(flag, _)| *flag == name).map(|(_, value)| value.as_str())
    }

    /// Whether a flag is given.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.flag(name).is_some()
    }
}

/// What differs with an older plug-in.
#[derive(Deserialize)]
struct Older {
    not_there: Vec<String>,
    commands: Vec<Command>,
}

/// The grammar of a plug-in, read once: that of 16.0.0 and later, or the one before.
pub(crate) fn grammar(before_16: bool) -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    static BEFORE_16: OnceLock<Grammar> = OnceLock::new();
    let cell = if before_16 { &BEFORE_16 } else { &GRAMMAR };
    cell.get_or_init(|| {
        let mut file: File = serde_json::from_str(include_str!("../tables/cli.json"))
            .expect("the grammar's table is well formed");
        if before_16 {
            let older: Older = serde_json::from_str(include_str!("../tables/cli_before_16.json"))
                .expect("the older grammar's table is well formed");
            let stays = |words: &String| {
                !older.not_there.contains(words) && older.commands.iter().all(|one| one.words != *words)
            };
            file.commands.retain(|command| stays(&command.words));
            file.commands.extend(older.commands);
        }
        Grammar {
            forms: file
                .forms
                .into_iter()
                .map(|(name, text)| {
                    let regex = Regex::new(&text).expect("the forms are regular expressions");
                    (name, regex)
                })
                .collect(),
            shapes: file.shapes,
            commands: file.commands,
        }
    })
}

impl Grammar {
    fn fits(&self, form: &str, value: &str) -> bool {
        if let Some(words) = form.strip_prefix('=') {
            return words.split('|').any(|word| word == value);
        }
        if let Some(name) = form.strip_prefix("json:") {
            let shape = self.shapes.get(name).expect("a named shape is in the table");
            return strict_json::read(value.as_bytes()).is_ok_and(|json| shape.check(&json, "").is_ok());
        }
        self.forms.get(form).expect("a named form is in the table").is_match(value)
    }

    /// Reads an argument list.
    ///
    /// # Errors
    /// What is wrong with its usage, in words.
    pub(crate) fn parse(&'static self, argv: &[String]) -> Result<Parsed, String> {
        let command = self
            .commands
            .iter()
            .filter(|command| {
                let words: Vec<&str> = command.words.split(' ').collect();
                argv.len() >= words.len() && words.iter().zip(argv).all(|(word, arg)| word == arg)
            })
            .max_by_key(|command| command.words.len())
            .ok_or_else(|| format!("there is no command {:?}", argv.join(" ")))?;
        let mut parsed = Parsed { command, positionals: Vec::new(), flags: Vec::new() };
        let mut rest = argv[command.words.split(' ').count()..].iter();
        while let Some(arg) = rest.next() {
            if !arg.starts_with('-') {
                parsed.positionals.push(arg.clone());
                continue;
            }
            let (name, inline) = match arg.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (arg.as_str(), None),
            };
            let (flag, form) = find_flag(command, name)?;
            let value = match (form, inline) {
                ("none", None) => String::new(),
                ("none", Some(_)) => return Err(format!("{name} takes no value")),
                (_, Some(value)) => value,
                (_, None) => rest.next().ok_or_else(|| format!("{name} needs a value"))?.clone(),
            };
            if form != "none" && !self.fits(form, &value) {
                return Err(format!("{name} does not take {value:?} ({form})"));
            }
            if parsed.has(flag) && !command.repeatable.iter().any(|one| one == flag) {
                return Err(format!("{name} is given twice"));
            }
            parsed.flags.push((flag, value));
        }
        self.check(&parsed)?;
        Ok(parsed)
    }

    fn check(&self, parsed: &Parsed) -> Result<(), String> {
        let command = parsed.command;
        let (mut wanted, given) = (command.positionals.clone(), &parsed.positionals);
        if command.alone.as_ref().is_some_and(|flag| parsed.has(flag)) {
            wanted.clear();
        }
        if let Some(form) = wanted.last().and_then(|last| last.strip_suffix("...")).map(str::to_owned) {
            wanted.pop();
            wanted.resize(given.len().max(wanted.len() + 1), form);
        }
        if wanted.len() != given.len() {
            return Err(format!("{} takes {} arguments, not {}", command.words, wanted.len(), given.len()));
        }
        for (form, value) in wanted.iter().zip(given) {
            if !self.fits(form, value) {
                return Err(format!("{value:?} is not an argument of form {form}"));
            }
        }
        if let Some(flag) = command.required.iter().find(|flag| !parsed.has(flag)) {
            return Err(format!("{flag} is required"));
        }
        for set in &command.excludes {
            if set.iter().filter(|flag| parsed.has(flag)).count() > 1 {
                return Err(format!("only one of {} may be given", set.join(", ")));
            }
        }
        for set in &command.one_of {
            if !set.iter().any(|flag| parsed.has(flag)) {
                return Err(format!("one of {} is required", set.join(", ")));
            }
        }
        for (flag, other) in &command.needs {
            if parsed.has(flag) && !parsed.has(other) {
                return Err(format!("{flag} needs {other}"));
            }
        }
        Ok(())
    }
}

/// The first spelling of a flag and its form.
fn find_flag(command: &'static Command, name: &str) -> Result<(&'static str, &'static str), String> {
    command
        .flags
        .iter()
        .find(|(spellings, _)| spellings.split(", ").any(|one| one == name))
        .map(|(spellings, form)| {
            let first = spellings.split(", ").next().unwrap_or(spellings);
            (first, form.as_str())
        })
        .ok_or_else(|| format!("{} has no flag {name}", command.words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &[&str]) -> Result<Parsed, String> {
        let argv: Vec<String> = line.iter().map(|arg| (*arg).to_owned()).collect();
        grammar(false).parse(&argv)
    }

    #[test]
    fn every_row_has_a_source_and_known_forms() {
        for command in grammar(false).commands.iter().chain(&grammar(true).commands) {
            assert!(!command.from.is_empty(), "{}", command.words);
            let forms = command.flags.values().chain(&command.positionals);
            for form in forms.filter(|form| *form != "none") {
                let _ = grammar(false).fits(form.trim_end_matches("..."), "x");
            }
            let named = command.required.iter().chain(&command.repeatable);
            let named = named.chain(command.excludes.iter().flatten());
            for flag in named.chain(command.one_of.iter().flatten()) {
                assert!(find_flag(command, flag).is_ok(), "{} {flag}", command.words);
            }
        }
    }

    #[test]
    fn only_new_reserved_ip_may_be_repeated() {
        let ip = r#"{"subnet":{"id":"0717-a"},"auto_delete":true}"#;
        let base = ["is", "endpoint-gateway-create", "--vpc", "v", "--target", "ibm-ntp-server"];
        let with = |more: &[&str]| parse(&[&base, more].concat());
        assert!(with(&["--new-reserved-ip", ip, "--new-reserved-ip", ip]).is_ok());
        assert!(with(&["--sg", "a", "--sg", "b"]).is_err());
        assert!(with(&["--sg", "a,b"]).is_ok());
        assert!(with(&["--rip", "a", "--new-reserved-ip", ip]).is_err());
        assert!(with(&["--subnet", "a", "--new-reserved-ip", ip]).is_err());
        assert!(with(&["--allow-dns-resolution-binding", "true"]).is_err());
        assert!(with(&["--new-reserved-ip", r#"{"subnet":{"id":"a"},"auto_delete":"true"}"#]).is_err());
        assert!(with(&["extra"]).is_err());
    }

    #[test]
    fn a_subnet_is_made_by_range_or_by_zone_and_count() {
        let base = ["is", "subnet-create", "app", "vpc"];
        let with = |more: &[&str]| parse(&[&base, more].concat());
        assert!(with(&["--ipv4-cidr-block", "10.0.0.0/24"]).is_ok());
        assert!(with(&["--ipv4-cidr-block=10.0.0.0/24"]).is_ok());
        assert!(with(&["--zone", "us-south-1", "--ipv4-address-count", "8"]).is_ok());
        assert!(with(&["--zone", "us-south-1"]).is_err());
        assert!(with(&["--zone", "us-south-1", "--ipv4-cidr-block", "10.0.0.0/24"]).is_err());
        assert!(with(&[]).is_err());
    }

    #[test]
    fn the_protocol_all_is_gone() {
        let rule = |protocol| parse(&["is", "security-group-rule-add", "sg", "inbound", protocol]);
        assert!(rule("tcp").is_ok());
        assert!(rule("all").is_err());
    }

    #[test]
    fn the_plug_in_before_16_takes_the_older_flags_alone() {
        let parse = |line: &[&str]| {
            let argv: Vec<String> = line.iter().map(|arg| (*arg).to_owned()).collect();
            grammar(true).parse(&argv).is_ok()
        };
        let create = ["is", "endpoint-gateway-create", "--vpc", "v", "--target", "ibm-ntp-server"];
        assert!(parse(&[&create[..], &["--allow-dns-resolution-binding", "true"]].concat()));
        assert!(!parse(&[&create[..], &["--dns-resolution-binding-mode", "primary"]].concat()));
        let update = ["is", "endpoint-gateway-update", "g", "--allow-dns-resolution-binding", "false"];
        assert!(!parse(&update));
        assert!(parse(&[&update[..], &["--name", "g"]].concat()));
        assert!(parse(&["is", "security-group-rule-add", "sg", "inbound", "all"]));
        assert!(!parse(&["is", "security-group-rule-add", "sg", "inbound", "icmp_tcp_udp"]));
        let acl = |protocol| {
            let all = "0.0.0.0/0";
            parse(&["is", "network-acl-rule-add", "acl", "allow", "inbound", protocol, all, all])
        };
        assert!(acl("all") && !acl("icmp_tcp_udp"));
        assert!(!parse(&["is", "endpoint-gateway-resource-bindings", "g"]));
        assert!(parse(&["is", "endpoint-gateway", "g"]));
    }
}
