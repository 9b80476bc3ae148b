//! Numbers and dates in words.

use crate::rules::{Counts, Severity};

/// A number with its noun: `1 error`, `2 errors`.
pub(crate) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A number with its thousands apart: `1,000`.
pub(crate) fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A date `2026-08-21` as a reader has it: `21 Aug 2026`. Other texts stay.
pub(crate) fn date(iso: &str) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = iso.split('-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return iso.to_owned();
    };
    let name = month.parse::<usize>().ok().and_then(|m| MONTHS.get(m.wrapping_sub(1)));
    match (name, day.parse::<u8>()) {
        (Some(month), Ok(day)) => format!("{day} {month} {year}"),
        _ => iso.to_owned(),
    }
}

/// Errors and warnings in words, `1 error and 2 warnings`; advice only where
/// there is nothing else.
pub(crate) fn counts(counts: Counts) -> String {
    let errors = count(counts.errors, "error", "errors");
    let warnings = count(counts.warnings, "warning", "warnings");
    match (counts.errors, counts.warnings, counts.advice) {
        (0, 0, 0) => String::new(),
        (0, 0, _) => format!("{} advice", counts.advice),
        (_, 0, _) => errors,
        (0, ..) => warnings,
        _ => format!("{errors} and {warnings}"),
    }
}

/// The name of a file that holds a plan or what is made of it, such as
/// `payments-prod.json`: what the plan is called, in lower-case letters, digits
/// and hyphens, so that every system takes it.
pub(crate) fn file_name(plan: &str, extension: &str) -> String {
    format!("{}.{extension}", file_stem(plan))
}

/// The same without an extension: the name of a folder.
pub(crate) fn file_stem(plan: &str) -> String {
    let mut stem = String::new();
    for c in plan.chars() {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => stem.push(c),
            _ if !stem.is_empty() && !stem.ends_with('-') => stem.push('-'),
            _ => {}
        }
    }
    // Room for an extension and a number in the 255 bytes that systems allow.
    stem.truncate(100);
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() { "plan".to_owned() } else { stem.to_owned() }
}

/// A plan's name, or words for one that has none.
pub(crate) fn plan_name(name: &str) -> String {
    if name.trim().is_empty() { "Plan without a name".to_owned() } else { name.to_owned() }
}

/// The severity at the head of a finding.
pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Advice => "Advice",
    }
}

/// A list in words: `a`, `a and b`, `a, b and c`.
pub(crate) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_plan() {
        assert_eq!(file_name("Payments, prod", "json"), "payments-prod.json");
        assert_eq!(file_name("  ", "json"), "plan.json");
        assert_eq!(file_name("../ZÜRICH/", "zip"), "z-rich.zip");
    }

    #[test]
    fn says_numbers_and_dates() {
        for (n, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(number(n), text);
        }
        assert_eq!(date("2026-08-21"), "21 Aug 2026");
        assert_eq!(date("2026-07-05"), "5 Jul 2026");
        assert_eq!(date("soon"), "soon");
        assert_eq!(date("2026-13-01"), "2026-13-01");
        let of = |errors, warnings, advice| counts(Counts { errors, warnings, advice });
        assert_eq!(of(1, 2, 3), "1 error and 2 warnings");
        assert_eq!(of(2, 0, 0), "2 errors");
        assert_eq!(of(0, 1, 0), "1 warning");
        assert_eq!(of(0, 0, 4), "4 advice");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
    }
}
