//! Ranges that overlap, by sorting.

use crate::model::Span;

/// The ranges that overlap, by position: each later one with the earlier ones that
/// it clashes with.
///
/// One sweep over the sorted ranges compares each with the one that reaches
/// farthest so far, so that a range is told of once as the newcomer; where many
/// cover the same addresses not every pair is listed.
pub(in crate::rules) fn overlaps(ranges: &[Span]) -> Vec<(usize, Vec<usize>)> {
    let mut sorted: Vec<(u32, usize)> =
        ranges.iter().enumerate().map(|(i, span)| (span.first.into(), i)).collect();
    sorted.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut widest: Option<usize> = None;
    for (_, i) in sorted {
        if let Some(other) = widest
            && ranges[other].overlaps(ranges[i])
        {
            pairs.push((i.max(other), i.min(other)));
        }
        if widest.is_none_or(|w| ranges[i].last > ranges[w].last) {
            widest = Some(i);
        }
    }
    pairs.sort_unstable();
    let of_one = pairs.chunk_by(|a, b| a.0 == b.0);
    of_one.map(|pairs| (pairs[0].0, pairs.iter().map(|&(_, earlier)| earlier).collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(blocks: &[&str]) -> Vec<(usize, Vec<usize>)> {
        overlaps(&blocks.iter().map(|b| Span::new(b).unwrap()).collect::<Vec<_>>())
    }

    #[test]
    fn the_later_of_a_clash_is_told_of() {
        assert_eq!(of(&["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]), []);
        assert_eq!(of(&["10.0.0.0/24", "10.0.1.0/24", "10.0.0.128/25"]), [(2, vec![0])]);
        assert_eq!(of(&["10.0.0.128/25", "10.0.0.0/24"]), [(1, vec![0])]);
        assert_eq!(of(&["10.0.0.0/25", "10.0.0.128/25", "10.0.0.0/24"]), [(2, vec![0, 1])]);
        assert_eq!(of(&["10.0.0.128/25", "10.0.0.0/25", "10.0.0.0/24"]), [(2, vec![0, 1])]);
        assert_eq!(of(&["10.0.0.0/24", "10.0.0.0/24", "10.0.0.0/24"]), [(1, vec![0]), (2, vec![0])]);
    }
}
