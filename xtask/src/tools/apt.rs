//! System packages: installed with apt-get as root, else the line to run is said.

use std::path::PathBuf;
use std::process::Command;

use crate::paths;
use crate::run::{answer, logged, say};
use crate::version::Version;

/// A command that comes as a system package.
pub(crate) struct SystemTool {
    /// The commands that will do, the preferred one first.
    commands: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
    /// Which tests miss it.
    needed_for: &'static str,
    /// The oldest version that will do; empty for any.
    oldest: &'static str,
}

/// The browser of the journeys and the benchmark.
pub(crate) const CHROMIUM: SystemTool = SystemTool {
    commands: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    package: "chromium",
    needed_for: "the browser journeys",
    oldest: "123.0.0",
};

/// What tests call besides the browser.
pub(crate) const SCRIPT_TOOLS: [SystemTool; 3] = [
    SystemTool {
        commands: &["shellcheck"],
        package: "shellcheck",
        needed_for: "the tests of the exported scripts",
        oldest: "",
    },
    SystemTool {
        commands: &["jq"],
        package: "jq",
        needed_for: "the tests of the exported scripts",
        oldest: "",
    },
    SystemTool {
        commands: &["curl"],
        package: "curl",
        needed_for: "the tests of the exported API script",
        oldest: "",
    },
];

impl SystemTool {
    /// The command's file, if it is there and new enough.
    pub(crate) fn find(&self) -> Option<PathBuf> {
        let oldest = Version::parse(self.oldest);
        self.commands.iter().filter_map(|name| paths::on_path(name)).find(|file| {
            oldest.is_none() || {
                let text = answer(Command::new(file).arg("--version")).unwrap_or_default();
                Version::find(&text) >= oldest
            }
        })
    }
}

/// Installs those that are missing, as far as this machine and user allow.
/// What stays missing is said, with what to do; it is not an error, since only
/// the tests that need it are skipped.
pub(crate) fn install(wanted: &[&SystemTool]) {
    let missing: Vec<&SystemTool> = wanted.iter().copied().filter(|t| t.find().is_none()).collect();
    if missing.is_empty() {
        return;
    }
    let names: Vec<&str> = missing.iter().map(|t| t.package).collect();
    let names = names.join(" ");
    let line = format!("apt-get install -y --no-install-recommends {names}");
    if paths::on_path("apt-get").is_none() {
        say(&format!("missing: {names}. This machine has no apt-get; install them its own way."));
    } else if !is_root() {
        say(&format!(
            "missing: {names}. Only root can install system packages; run as root: apt-get update && {line}"
        ));
    } else {
        say(&format!("installing {names} with apt-get: about 1 minute"));
        install_as_root(&missing);
    }
    for tool in missing.iter().filter(|t| t.find().is_none()) {
        say(&format!("{} is still missing: {} will be skipped", tool.package, tool.needed_for));
    }
}

fn install_as_root(missing: &[&SystemTool]) {
    let all: Vec<&str> = missing.iter().map(|t| t.package).collect();
    if apt_get(&all).is_ok() {
        return;
    }
    // The lists are empty or old.
    let mut update = Command::new("apt-get");
    update.arg("update");
    if let Err(why) = logged("apt-get", &mut update, None) {
        say(&why);
    }
    // One by one, so that one that cannot be had keeps no other away.
    for package in all {
        if let Err(why) = apt_get(&[package]) {
            say(&format!("{package} cannot be installed ({why})"));
        }
    }
}

fn apt_get(packages: &[&str]) -> Result<(), String> {
    let mut command = Command::new("apt-get");
    command.args(["install", "-y", "--no-install-recommends"]);
    command.args(packages);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    logged("apt-get", &mut command, None)
}

/// Whether this program runs as root.
pub(crate) fn is_root() -> bool {
    answer(Command::new("id").arg("-u")).is_some_and(|uid| uid.trim() == "0")
}
