//! Timing by repetition.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Runs before the first that counts.
const WARM_UP: Duration = Duration::from_millis(100);
/// How long one thing is measured.
const MEASURE: Duration = Duration::from_millis(600);
/// Fewest runs that a median is taken of.
const FEWEST: usize = 15;

/// How long something took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Timing {
    /// The best run: what other work on the machine disturbs least.
    pub(crate) best: Duration,
    /// Half of the runs took at most this.
    pub(crate) median: Duration,
    /// 19 of 20 runs took at most this.
    pub(crate) p95: Duration,
}

/// Runs something again and again. What it returns is dropped outside the clock.
pub(crate) fn time<T>(mut run: impl FnMut() -> T) -> Timing {
    let start = Instant::now();
    while start.elapsed() < WARM_UP {
        drop(black_box(run()));
    }
    let mut runs = Vec::new();
    let start = Instant::now();
    while runs.len() < FEWEST || start.elapsed() < MEASURE {
        let begin = Instant::now();
        let result = black_box(run());
        runs.push(begin.elapsed());
        drop(result);
    }
    runs.sort_unstable();
    Timing { best: runs[0], median: runs[runs.len() / 2], p95: runs[runs.len() * 95 / 100] }
}

/// A duration with three digits that mean something.
pub(crate) fn text(duration: Duration) -> String {
    let us = duration.as_secs_f64() * 1e6;
    let (value, unit) = if us < 1e3 {
        (us, "µs")
    } else if us < 1e6 {
        (us / 1e3, "ms")
    } else {
        (us / 1e6, "s")
    };
    let digits = if value < 9.995 {
        2
    } else if value < 99.95 {
        1
    } else {
        0
    };
    format!("{value:.digits$} {unit}")
}
