//! Work that is shared among threads.

use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Does all jobs, on every core, and hands over what they answer, sorted.
pub(crate) fn share<J: Sync>(jobs: &[J], job: impl Fn(&J) -> Option<String> + Sync) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(one) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(answer) = job(one) {
                        answers.lock().unwrap().push(answer);
                    }
                }
            });
        }
    });
    let mut answers = answers.into_inner().unwrap();
    answers.sort();
    answers
}

/// Tells whoever runs the tests, also where they pass.
pub(crate) fn say(text: &str) {
    writeln!(std::io::stderr().lock(), "{text}").unwrap();
}
