//! Quoting.

/// A text as one word of bash that means exactly that text.
///
/// No word can hold a null character; one becomes U+FFFD, which no name, id,
/// address or tag may hold either, so that the tool refuses it.
pub(in crate::export) fn word(text: &str) -> String {
    match shlex::try_quote(text) {
        Ok(quoted) => quoted.into_owned(),
        Err(_) => {
            let text = text.replace('\0', "\u{fffd}");
            shlex::try_quote(&text).map_or_else(|_| String::from("''"), std::borrow::Cow::into_owned)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::word;
    use proptest::prelude::*;
    use std::process::Command;

    fn echoed(text: &str) -> String {
        let script = format!("printf '%s' {}", word(text));
        let out = Command::new("bash").args(["-c", &script]).output().unwrap();
        String::from_utf8(out.stdout).unwrap()
    }

    #[test]
    fn plain_words_stay_plain() {
        assert_eq!(word("vpe-kms"), "vpe-kms");
        assert_eq!(word(""), "''");
        assert_eq!(word("a\0b"), "'a\u{fffd}b'");
    }

    #[test]
    fn hostile_words_mean_themselves() {
        for text in
            ["$(id)", "`id`", "'\"'\"", "a\nb\r\n", "!!", "*", "~", "${HOME}", "\\", "-n", "#x", "é\u{2028}"]
        {
            assert_eq!(echoed(text), text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_word_means_itself(text in "[^\u{0}]{0,40}") {
            prop_assert_eq!(echoed(&text), text);
        }
    }
}
