//! Steps in, files out.

mod file;

pub use file::{File, Language, Line, Tool};
