//! Running other programs: in the open, for their answer, or in the
//! background with a sign of life.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::paths;

/// How often a long step says that it is still at it.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Prints one line of this program's own.
pub(crate) fn say(line: &str) {
    println!("xtask: {line}");
}

/// The command as a user would type it.
pub(crate) fn spelt(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let mut words = vec![name.to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|a| a.to_string_lossy().into_owned()));
    words.join(" ")
}

/// Runs the command with this terminal as its own.
///
/// # Errors
/// It cannot be started, or ends with another code than 0.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let shown = spelt(command);
    say(&shown);
    let status = command.status().map_err(|e| format!("{shown}: cannot start: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("{shown}: {status}")) }
}

/// What the command prints to standard output, if it ends well.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// When to give a step up.
pub(crate) struct Patience<'a> {
    /// Longest time without progress.
    pub(crate) stall: Duration,
    /// A figure that changes while there is progress.
    pub(crate) progress: &'a dyn Fn() -> u64,
}

/// Runs the command with its output in a log, a line of life every quarter of
/// a minute, and the end of the log when it fails.
///
/// # Errors
/// It cannot be started, ends with another code than 0, or made no progress
/// for as long as `patience` allows and was stopped.
pub(crate) fn logged(
    name: &str,
    command: &mut Command,
    patience: Option<Patience<'_>>,
) -> Result<(), String> {
    let folder = paths::logs();
    let path = folder.join(format!("{name}.log"));
    let told = |e: std::io::Error| format!("{name}: {}: {e}", path.display());
    fs::create_dir_all(&folder).map_err(told)?;
    let log = File::create(&path).map_err(told)?;
    let log_too = log.try_clone().map_err(told)?;
    let mut child = command
        // Its end is shown to the user, whom a list of frames would not help.
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(log)
        .stderr(log_too)
        .spawn()
        .map_err(|e| format!("{}: cannot start: {e}", spelt(command)))?;

    let begun = Instant::now();
    let mut beat = begun;
    let mut moved = (begun, 0);
    loop {
        if let Some(status) = child.try_wait().map_err(told)? {
            return if status.success() {
                Ok(())
            } else {
                Err(format!(
                    "{}: {status}; the end of {}:\n{}",
                    spelt(command),
                    path.display(),
                    tail(&path, 12)
                ))
            };
        }
        if let Some(patience) = &patience {
            let now = (patience.progress)();
            if now != moved.1 {
                moved = (Instant::now(), now);
            }
            if moved.0.elapsed() > patience.stall {
                child.kill().map_err(told)?;
                child.wait().map_err(told)?;
                return Err(format!(
                    "{}: no answer in {} s, stopped",
                    spelt(command),
                    patience.stall.as_secs()
                ));
            }
        }
        if beat.elapsed() > HEARTBEAT {
            beat = Instant::now();
            say(&format!("{name}: {}, {}", spent(begun.elapsed()), tail(&path, 1).trim()));
        }
        thread::sleep(Duration::from_millis(100));
    }
}

/// The last lines of a file that hold anything.
fn tail(path: &Path, lines: usize) -> String {
    let text = fs::read(path).unwrap_or_default();
    last_lines(&String::from_utf8_lossy(&text), lines)
}

fn last_lines(text: &str, count: usize) -> String {
    let full: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    full[full.len().saturating_sub(count)..].join("\n")
}

/// A length of time in words, as in `2 min 05 s`.
pub(crate) fn spent(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {:02} s", seconds / 60, seconds % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_said_in_minutes_from_one_on() {
        assert_eq!(spent(Duration::from_secs(59)), "59 s");
        assert_eq!(spent(Duration::from_secs(125)), "2 min 05 s");
    }

    #[test]
    fn the_last_lines_leave_out_empty_ones() {
        assert_eq!(last_lines("a\nb\n\nc\n\n", 2), "b\nc");
        assert_eq!(last_lines("", 2), "");
    }

    #[test]
    fn a_step_without_progress_is_stopped() {
        let mut command = Command::new("sleep");
        command.arg("60");
        let begun = Instant::now();
        let outcome = logged(
            "test-stalled",
            &mut command,
            Some(Patience { stall: Duration::from_millis(200), progress: &|| 0 }),
        );
        assert!(outcome.unwrap_err().contains("stopped"));
        assert!(begun.elapsed() < Duration::from_secs(30));
    }

    #[test]
    fn a_failing_step_shows_the_end_of_its_log() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo the reason; exit 3"]);
        let why = logged("test-failing", &mut command, None).unwrap_err();
        assert!(why.contains("the reason"), "{why}");
    }
}
