//! Checking the literals that arguments are given.

use hcl_edit::expr::Expression;

use super::declared::key_text;
use super::table::{Argument, Kind, table};
use crate::cloud::table::table as facts;

/// What is wrong with a value, if it is a literal; anything computed is let pass.
pub(super) fn fault(argument: &Argument, value: &Expression) -> Option<String> {
    match value {
        Expression::Null(_) => argument.required.then(|| "null where a value is required".to_owned()),
        Expression::Parenthesis(inner) => fault(argument, inner.inner()),
        Expression::Bool(_) => wrong_unless(argument.kind, Kind::Bool, "a boolean"),
        Expression::Number(number) => wrong_unless(argument.kind, Kind::Number, "a number")
            .or_else(|| in_range(&argument.check, number.value().as_f64()?)),
        Expression::String(text) => wrong_unless(argument.kind, Kind::Text, "a string")
            .or_else(|| text_fault(&argument.check, text.as_str())),
        Expression::StringTemplate(_) | Expression::HeredocTemplate(_) => {
            wrong_unless(argument.kind, Kind::Text, "a string")
        }
        Expression::Array(list) => wrong_unless(argument.kind, Kind::Texts, "a list").or_else(|| {
            list.iter().find_map(|item| match item {
                Expression::String(text) => text_fault(&argument.check, text.as_str()),
                Expression::Null(_) | Expression::Bool(_) | Expression::Number(_) => {
                    Some("an item is no string".to_owned())
                }
                _ => None,
            })
        }),
        Expression::Object(object) => wrong_unless(argument.kind, Kind::Object, "an object").or_else(|| {
            if argument.check != "provider" {
                return None;
            }
            let entries: Vec<(Option<String>, Option<&str>)> =
                object.iter().map(|(key, value)| (key_text(key), value.expr().as_str())).collect();
            provider_fault(&entries)
        }),
        _ => None,
    }
}

fn wrong_unless(kind: Kind, fits: Kind, what: &str) -> Option<String> {
    (kind != fits && kind != Kind::Any).then(|| format!("{what} is not what it takes"))
}

fn in_range(check: &str, number: f64) -> Option<String> {
    let (low, high) = check.split_once("..")?;
    let inside = low.parse::<f64>().ok()? <= number && number <= high.parse::<f64>().ok()?;
    (!inside || number.fract() != 0.0).then(|| format!("{number} is not in {check}"))
}

/// Whether a text has the form that the table asks of it.
fn text_fault(check: &str, text: &str) -> Option<String> {
    let fault = || Some(format!("{text:?} has not the form {check}"));
    if let Some(words) = check.strip_prefix('=') {
        return words.split('|').all(|word| word != text).then(fault).flatten();
    }
    let fits = match check {
        "" => true,
        "own_name" => !text.starts_with("ibm-") && is_name(text),
        "name" => is_name(text),
        "region" => facts().region(text).is_some(),
        "zone" => text.rsplit_once('-').is_some_and(|(region, number)| {
            facts().region(region).is_some() && ["1", "2", "3"].contains(&number)
        }),
        "cidr" => text.parse::<ipnet::Ipv4Net>().is_ok_and(|net| net.addr() == net.network()),
        "ip_or_cidr" => text.parse::<std::net::Ipv4Addr>().is_ok() || text.parse::<ipnet::Ipv4Net>().is_ok(),
        pattern => facts().fits(pattern, text),
    };
    (!fits).then(fault).flatten()
}

fn is_name(text: &str) -> bool {
    text.len() <= 63 && facts().fits("name", text)
}

/// The entry of a provider in `required_providers`: source and version, nothing else.
fn provider_fault(entries: &[(Option<String>, Option<&str>)]) -> Option<String> {
    let get = |name: &str| {
        let found = entries.iter().find(|(key, _)| key.as_deref() == Some(name));
        found.and_then(|(_, value)| *value)
    };
    if entries.len() != 2 || get("version").is_none() {
        return Some("a provider has a source and a version".to_owned());
    }
    (get("source") != Some(table().provider.as_str())).then(|| format!("the source is {}", table().provider))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(argument: &str, value: &str) -> bool {
        let argument = Argument::try_from(argument.to_owned()).unwrap();
        fault(&argument, &value.parse().unwrap()).is_none()
    }

    #[test]
    fn literals_fit_their_kind_and_their_check() {
        assert!(judge("string! name", r#""payments-kms""#));
        assert!(!judge("string! name", r#""Payments""#));
        assert!(!judge("string! name", "null"));
        assert!(!judge("string name", "1"));
        assert!(judge("string name", r#"ibm_is_vpc.main.name"#));
        assert!(!judge("string own_name", r#""ibm-x""#));
        assert!(judge("number 1..65535", "443"));
        assert!(!judge("number 1..65535", "0"));
        assert!(!judge("number 1..65535", r#""443""#));
        assert!(judge("set(string) user_tag", r#"["a", var.b]"#));
        assert!(!judge("set(string) user_tag", r#"["a;b"]"#));
        assert!(!judge("set(string)", r#""a""#));
        assert!(!judge("string =a|b", r#""c""#));
        assert!(!judge("string cidr", r#""10.0.0.1/24""#));
        assert!(judge("string! ip_or_cidr", r#""10.0.0.1""#));
        assert!(!judge("string! ip_or_cidr", r#""any""#));
        assert!(judge("string zone", r#""us-south-1""#));
        assert!(!judge("string zone", r#""us-south-4""#));
    }
}
