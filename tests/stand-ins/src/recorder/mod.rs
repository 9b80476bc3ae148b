//! The lenient stand-in.
/// Accepts anything.
pub struct Recorder;
