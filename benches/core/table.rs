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
        let [.., before, last] = &row.timings;
        let _ = writeln!(out, "{:>8.1}", last.median.as_secs_f64() / before.median.as_secs_f64());
    }
    let _ = writeln!(out, "median (p95); growth is the last column against the one before it");
    out
}
