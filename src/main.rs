//! Two front doors.
fn main() {}
