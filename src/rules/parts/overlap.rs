//! Ranges that overlap, by sorting.

use crate::model::Span;

/// The ranges that overlap: each later one with the earlier ones that it clashes
/// with, by the order of `T`.
///
/// One sweep over the sorted ranges compares each with the one that reaches
/// farthest so far, so that a range is told of once as the newcomer; where many
/// cover the same addresses not every pair is listed.
pub(in crate::rules) fn overlaps<T: Ord + Copy>(ranges: impl Iterator<Item = (Span, T)>) -> Vec<(T, Vec<T>)> {
    let mut sorted: Vec<(Span, T)> = ranges.collect();
    sorted.sort_unstable_by_key(|&(span, id)| (span.first, id));
    let mut pairs: Vec<(T, T)> = Vec::new();
    let mut widest: Option<(Span, T)> = None;
    for (span, id) in sorted {
        if let Some((other, earlier)) = widest
            && other.overlaps(span)
        {
            pairs.push((id.max(earlier), id.min(earlier)));
        }
        if widest.is_none_or(|(w, _)| span.last > w.last) {
            widest = Some((span, id));
        }
    }
    pairs.sort_unstable();
    let mut grouped: Vec<(T, Vec<T>)> = Vec::new();
    for (later, earlier) in pairs {
        match grouped.last_mut() {
            Some((last, all)) if *last == later => all.push(earlier),
            _ => grouped.push((later, vec![earlier])),
        }
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(blocks: &[&str]) -> Vec<(usize, Vec<usize>)> {
        overlaps(blocks.iter().enumerate().map(|(i, b)| (Span::new(b).unwrap(), i)))
    }

    #[test]
    fn the_later_of_a_clash_is_told_of() {
        assert_eq!(of(&["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]), []);
        assert_eq!(of(&["10.0.0.0/24", "10.0.1.0/24", "10.0.0.128/25"]), [(2, vec![0])]);
        assert_eq!(of(&["10.0.0.128/25", "10.0.0.0/24"]), [(1, vec![0])]);
        assert_eq!(of(&["10.0.0.0/25", "10.0.0.128/25", "10.0.0.0/24"]), [(2, vec![0, 1])]);
        assert_eq!(of(&["10.0.0.0/24", "10.0.0.0/24", "10.0.0.0/24"]), [(1, vec![0]), (2, vec![0])]);
    }
}
