//! The project's own commands: `cargo xtask serve`, `test`, `build`, `check`
//! and `bench`. Each installs what it misses, says so first, and does nothing
//! twice.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a task runner talks to a terminal")]

mod bench;
mod bundle;
mod check;
mod paths;
mod policy;
mod run;
mod serve;
mod sizes;
mod summary;
mod test;
mod tools;
mod version;

use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--release]       build the page and serve it at http://127.0.0.1:8080, again on each change
  test [--require-tools]  run every test; with the flag, a test skipped for want of a tool is a failure
  build                   write the release page to dist/ and print what a first visit downloads
  check                   rustfmt and clippy, natively and for wasm32, warnings denied
  bench                   time the core natively and a keystroke in the browser

Each command installs what it misses and says so first.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["serve"] => serve::run(false),
        ["serve", "--release"] => serve::run(true),
        ["test"] => test::run(false),
        ["test", "--require-tools"] => test::run(true),
        ["build"] => bundle::run(),
        ["check"] => check::run(),
        ["bench"] => bench::run(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        [] => Err(USAGE.to_owned()),
        other => Err(format!("unknown: {}\n\n{USAGE}", other.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            if !why.is_empty() {
                eprintln!("xtask: {why}");
            }
            ExitCode::FAILURE
        }
    }
}
