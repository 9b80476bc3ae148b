//! The table.

use super::clock::{Timing, text};
use std::fmt::Write;

/// One thing that was measured, at each size.
#[derive(Debug)]
pub(crate) struct Row {
    what: &'static str,
    /// Its timings, by size.
    pub(crate) timings: [Timing; 4],
}

impl Row {
    /// A row of the table.
    pub(crate) fn new(what: &'static str, timings: [Timing; 4]) -> Self {
        Self { what, timings }
    }

    /// How many times longer the largest takes than the one before it, by the best
    /// run of each.
    pub(crate) fn growth(&self) -> f64 {
        let [.., before, last] = &self.timings;
        last.best.as_secs_f64() / before.best.as_secs_f64()
    }
}

/// Median and p95 of each row at each size, and how much longer the largest takes
/// than the one before it.
pub(crate) fn table(sizes: &[usize; 4], rows: &[Row]) -> String {
    let mut out = format!("{:18}", "gateways");
    for size in sizes {
        let _ = write!(out, "{size:>22}");
    }
    let _ = writeln!(out, "{:>8}", "growth");
    for row in rows {
        let _ = write!(out, "{:18}", row.what);
        for timing in &row.timings {
            let cell = format!("{} ({})", text(timing.median), text(timing.p95));
            let _ = write!(out, "{cell:>22}");
        }
        let _ = writeln!(out, "{:>8.1}", row.growth());
    }
    let _ = writeln!(
        out,
        "median (p95); growth is the best run of the last column against that of the one before it"
    );
    out
}
