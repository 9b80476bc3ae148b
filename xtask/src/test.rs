//! `cargo xtask test`: every test, and one line of counts at the end.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use crate::bundle;
use crate::paths;
use crate::run::{say, spelt};
use crate::summary::{Counts, read_skips};
use crate::tools::{Mode, WebTools, apt, node};

/// Runs the host's tests, builds the page and runs the browser journeys.
/// The page's tools are built while the host's tests run.
///
/// # Errors
/// A test failed, could not be built, or (with `require_tools`) was skipped.
pub(crate) fn run(require_tools: bool) -> Result<(), String> {
    let mut wanted = vec![&apt::CHROMIUM];
    wanted.extend(apt::SCRIPT_TOOLS.iter());
    apt::install(&wanted);
    let web = thread::spawn(|| WebTools::install(Mode::Release));
    let mut session = Session::begin(require_tools)?;

    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--workspace", "--no-fail-fast"]);
    session.tests(&mut cargo, Counts::from_cargo)?;

    let web = web
        .join()
        .unwrap_or_else(|_| Err("installing the page's tools came to an unexpected end".to_owned()));
    session.journeys(web)?;
    session.end()
}

/// One run of all tests.
struct Session {
    require_tools: bool,
    skip_log: PathBuf,
    skips_read: usize,
    total: Counts,
    faults: Vec<String>,
}

impl Session {
    fn begin(require_tools: bool) -> Result<Self, String> {
        let skip_log = paths::logs().join("skipped.txt");
        let told = |e: std::io::Error| format!("{}: {e}", skip_log.display());
        fs::create_dir_all(paths::logs()).map_err(told)?;
        fs::write(&skip_log, "").map_err(told)?;
        Ok(Self { require_tools, skip_log, skips_read: 0, total: Counts::default(), faults: Vec::new() })
    }

    /// Runs a program of tests, passes its output on, and counts.
    fn tests(&mut self, command: &mut Command, read: fn(&str) -> Option<Counts>) -> Result<(), String> {
        let shown = spelt(command);
        say(&shown);
        command.current_dir(paths::root());
        command.env("VPE_SKIP_LOG", &self.skip_log);
        if self.require_tools {
            command.env("VPE_REQUIRE_TOOLS", "1");
        } else {
            command.env_remove("VPE_REQUIRE_TOOLS");
        }
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| format!("{shown}: cannot start: {e}"))?;
        let mut counts = Counts::default();
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).split(b'\n') {
                let line = line.map_err(|e| format!("{shown}: {e}"))?;
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                if let Some(more) = read(&line) {
                    counts += more;
                }
            }
        }
        let status = child.wait().map_err(|e| format!("{shown}: {e}"))?;
        if !status.success() {
            self.faults.push(format!("{shown}: {status}"));
            // Tests that do not compile are not counted by anyone else.
            counts.failed = counts.failed.max(1);
        }
        let said = self.skips()?.len();
        self.total += counts.with_said_skips(said - self.skips_read);
        self.skips_read = said;
        Ok(())
    }

    /// Builds the page and runs the journeys through it, or counts each
    /// journey as skipped where the page's tools could not be installed.
    fn journeys(&mut self, web: Result<WebTools, String>) -> Result<(), String> {
        let journeys = journeys()?;
        let (web, node) = match (web, node::node()) {
            (Ok(web), Ok(node)) => (web, node),
            (web, node) => {
                let reasons: Vec<String> = [web.err(), node.err()].into_iter().flatten().collect();
                say(&reasons.join("\n"));
                return self.skip_all(&journeys);
            }
        };
        if let Err(why) = bundle::build(&web) {
            self.faults.push(why);
            self.total.failed += 1;
            return Ok(());
        }
        if journeys.is_empty() {
            say("there are no journeys in tests/journeys");
            return Ok(());
        }
        let mut command = Command::new(node);
        command.args(["--test", "--test-reporter=spec"]).args(&journeys);
        command.env("VPE_DIST", paths::dist());
        if let Some(chromium) = apt::CHROMIUM.find() {
            command.env("VPE_CHROMIUM", chromium);
        }
        self.tests(&mut command, Counts::from_node)
    }

    fn skip_all(&mut self, journeys: &[String]) -> Result<(), String> {
        let told = |e: std::io::Error| format!("{}: {e}", self.skip_log.display());
        let mut log = fs::read_to_string(&self.skip_log).map_err(told)?;
        for journey in journeys {
            log.push_str(&format!("{journey}: the tools that build the page\n"));
        }
        fs::write(&self.skip_log, log).map_err(told)?;
        let said = self.skips()?.len();
        self.total.skipped += said - self.skips_read;
        self.skips_read = said;
        Ok(())
    }

    fn skips(&self) -> Result<Vec<(String, String)>, String> {
        let log =
            fs::read_to_string(&self.skip_log).map_err(|e| format!("{}: {e}", self.skip_log.display()))?;
        Ok(read_skips(&log).into_iter().collect())
    }

    /// Says what was skipped and what failed; the counts are the last line.
    fn end(self) -> Result<(), String> {
        let skips = self.skips()?;
        for (test, tool) in &skips {
            println!("skipped: {test}, for want of {tool}");
        }
        let unnamed = self.total.skipped.saturating_sub(skips.len());
        if unnamed > 0 {
            println!("skipped: {unnamed} that their own source leaves out");
        }
        for fault in &self.faults {
            println!("failed: {fault}");
        }
        let refused = self.require_tools && self.total.skipped > 0;
        if refused {
            println!("failed: --require-tools was given, and tests were skipped");
        }
        println!("{}", self.total);
        if self.total.failed > 0 || refused || !self.faults.is_empty() {
            return Err(String::new());
        }
        Ok(())
    }
}

/// The journeys' files, in the order of their names.
fn journeys() -> Result<Vec<String>, String> {
    let folder = paths::root().join("tests/journeys");
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut files: Vec<String> =
        names.filter(|name| name.ends_with(".mjs")).map(|name| format!("tests/journeys/{name}")).collect();
    files.sort();
    Ok(files)
}
