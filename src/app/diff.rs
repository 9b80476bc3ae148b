//! Which lines of a text are not in an older one.

use crate::export::Line;

/// Longest middle part that is compared line by line, as a product of both
/// lengths; beyond it the whole middle counts as changed.
const LIMIT: usize = 250_000;

/// For each line of `new`, whether the older text lacks it there: lines of the
/// longest common sequence are the same, all others changed.
pub(crate) fn changed(old: &[Line], new: &[Line]) -> Vec<bool> {
    let same = |a: &Line, b: &Line| a.text == b.text;
    let head = old.iter().zip(new).take_while(|(a, b)| same(a, b)).count();
    let (old, rest) = (&old[head..], &new[head..]);
    let tail = old.iter().rev().zip(rest.iter().rev()).take_while(|(a, b)| same(a, b)).count();
    let (old, rest) = (&old[..old.len() - tail], &rest[..rest.len() - tail]);
    let mut marks = vec![false; head];
    marks.extend(middle(old, rest));
    marks.resize(new.len(), false);
    marks
}

fn middle(old: &[Line], new: &[Line]) -> Vec<bool> {
    let mut marks = vec![true; new.len()];
    if old.is_empty() || new.is_empty() || old.len() * new.len() > LIMIT {
        return marks;
    }
    // longest[i][j]: length of the longest common sequence of old[i..], new[j..].
    let width = new.len() + 1;
    let mut longest = vec![0u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * width + j] = if old[i].text == new[j].text {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i].text == new[j].text {
            marks[j] = false;
            i += 1;
            j += 1;
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line> {
        text.split_whitespace().map(|t| Line { text: t.to_owned(), place: None }).collect()
    }

    #[test]
    fn marks_what_is_new() {
        for (old, new, expected) in [
            ("a b c", "a b c", "..."),
            ("a b c", "a x c", ".~."),
            ("a c", "a b c", ".~."),
            ("a b c", "a c", ".."),
            ("", "a b", "~~"),
            ("a b", "", ""),
            ("a a a", "a a a a", "...~"),
            ("a b c d", "a c b d", "..~."),
            ("a b c d e", "x b y d z", "~.~.~"),
        ] {
            let marks = changed(&lines(old), &lines(new));
            let shown: String = marks.iter().map(|m| if *m { '~' } else { '.' }).collect();
            assert_eq!(shown, expected, "{old} -> {new}");
        }
    }
}
