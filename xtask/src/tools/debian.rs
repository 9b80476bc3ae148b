//! Debian's compiler for the web, unpacked into a folder without root: its
//! package holds the standard library's source, which cargo then builds along
//! with the page.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{self, Command};

use crate::paths;
use crate::run::{answer, logged, say};
use crate::version::Version;

/// Taken always. The libraries they need follow from apt's lists.
const PACKAGES: [&str; 5] =
    ["rustc-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "libstd-rust-web-dev"];
/// The oldest compiler the project builds with.
const OLDEST: &str = "1.90.0";
/// Begins the name of a finished folder.
const DONE: &str = "wasm-std-";
/// Begins the name of a folder being filled.
const PARTIAL: &str = "partial-wasm-std-";

/// The newest finished folder that is new enough.
pub(crate) fn find() -> Option<PathBuf> {
    let entries = fs::read_dir(paths::tools_home()).ok()?;
    let versioned = entries.flatten().filter_map(|entry| {
        let name = entry.file_name();
        let version = Version::parse(name.to_str()?.strip_prefix(DONE)?)?;
        let usable = paths::is_executable(&entry.path().join("bin/rustc"));
        (usable && Some(&version) >= Version::parse(OLDEST).as_ref()).then(|| (version, entry.path()))
    });
    versioned.max_by(|a, b| a.0.cmp(&b.0)).map(|(_, folder)| folder)
}

/// Downloads and unpacks it. The folder gets its final name only when it
/// works, so that an interrupted run leaves nothing that looks finished.
///
/// # Errors
/// Not a Debian machine, its packages lack it, or a download failed.
pub(crate) fn install() -> Result<PathBuf, String> {
    for tool in ["apt-get", "apt-cache", "dpkg-deb"] {
        if paths::on_path(tool).is_none() {
            return Err(format!("there is no {tool} on this machine"));
        }
    }
    let home = paths::tools_home();
    let told = |e: io::Error| format!("{}: {e}", home.display());
    fs::create_dir_all(&home).map_err(told)?;
    remove_leftovers(&home).map_err(told)?;
    let partial = home.join(format!("{PARTIAL}{}", process::id()));
    fs::create_dir_all(partial.join("lists/partial")).map_err(told)?;
    fs::create_dir_all(partial.join("cache/archives/partial")).map_err(told)?;
    fs::create_dir_all(partial.join("bin")).map_err(told)?;
    say(&format!(
        "installing Debian's compiler for the web into {} instead: 150 MB to download, 900 MB unpacked, about 1 minute",
        home.display()
    ));
    let apt = Apt { folder: &partial };
    apt.update()?;
    for deb in apt.download()? {
        let mut unpack = Command::new("dpkg-deb");
        unpack.arg("-x").arg(&deb).arg(&partial);
        logged("dpkg-deb", &mut unpack, None)?;
    }
    for spent in ["lists", "cache", "debs"] {
        fs::remove_dir_all(partial.join(spent)).map_err(told)?;
    }
    let version = wrap(&partial)?;
    let done = home.join(format!("{DONE}{version}"));
    if done.exists() {
        fs::remove_dir_all(&done).map_err(told)?;
    }
    fs::rename(&partial, &done).map_err(told)?;
    Ok(done)
}

/// Removes what runs that were cut off have left.
fn remove_leftovers(home: &Path) -> io::Result<()> {
    for entry in fs::read_dir(home)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(pid) = name.to_str().and_then(|n| n.strip_prefix(PARTIAL)) else {
            continue;
        };
        if !Path::new("/proc").join(pid).exists() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// apt with lists and a cache of its own, which needs no root.
struct Apt<'a> {
    folder: &'a Path,
}

impl Apt<'_> {
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let option = |key: &str, sub: &str| format!("{key}={}", self.folder.join(sub).display());
        command.args(["-o", &option("Dir::State::lists", "lists")]);
        command.args(["-o", &option("Dir::Cache", "cache")]);
        // As root apt would download as another user, who may not enter here.
        command.args(["-o", "APT::Sandbox::User=root"]);
        command.args(["-o", "Acquire::http::Timeout=30", "-o", "Acquire::https::Timeout=30"]);
        command.env("LC_ALL", "C");
        command
    }

    fn update(&self) -> Result<(), String> {
        logged("apt-get", self.command("apt-get").arg("update"), None)
    }

    /// Downloads the packages and returns their files.
    fn download(&self) -> Result<Vec<PathBuf>, String> {
        let folder = self.folder.join("debs");
        let told = |e: io::Error| format!("{}: {e}", folder.display());
        fs::create_dir_all(&folder).map_err(told)?;
        let mut command = self.command("apt-get");
        command.arg("download").args(self.packages()?);
        command.current_dir(&folder);
        logged("apt-get", &mut command, None)?;
        let files = fs::read_dir(&folder).map_err(told)?;
        Ok(files.flatten().map(|file| file.path()).collect())
    }

    /// The fixed packages, the linker, and the libraries that are not on the
    /// system. Their names carry versions (`libllvm22`), which apt knows.
    fn packages(&self) -> Result<BTreeSet<String>, String> {
        let library = self
            .depends(&["libstd-rust-web-dev"], false)?
            .into_iter()
            .find(|name| name.starts_with("libstd-rust-web-") && !name.ends_with("-dev"))
            .ok_or("Debian's libstd-rust-web-dev names no library")?;
        let llvm = self
            .depends(&[&library], false)?
            .into_iter()
            .find_map(|name| name.strip_prefix("libllvm").map(str::to_owned))
            .ok_or_else(|| format!("Debian's {library} names no libllvm"))?;
        let linker = format!("lld-{llvm}");
        let libraries = self.depends(&[&library, &linker], true)?;
        let mut all: BTreeSet<String> = libraries.into_iter().filter(|l| !on_system(l)).collect();
        all.extend(PACKAGES.map(str::to_owned));
        all.extend([library, linker]);
        Ok(all)
    }

    /// The packages these depend on, directly or all the way down.
    fn depends(&self, packages: &[&str], all_the_way: bool) -> Result<Vec<String>, String> {
        let mut command = self.command("apt-cache");
        command.args(["depends", "--important"]);
        if all_the_way {
            command.arg("--recurse");
        }
        let text = answer(command.args(packages)).ok_or_else(|| {
            format!(
                "apt's lists do not hold {}; Debian 12 and newer have it, and {}/apt-get.log says whether the lists could be fetched",
                packages.join(", "),
                paths::logs().display()
            )
        })?;
        Ok(dependencies(&text))
    }
}

/// Reads `apt-cache depends`: the names after `Depends:` and `PreDepends:`,
/// virtual ones (`<…>`) and architectures left out.
fn dependencies(text: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| line.trim_start().trim_start_matches('|').split_once("Depends: "))
        .map(|(_, name)| name.split(':').next().unwrap_or(name).trim())
        .filter(|name| !name.starts_with('<'))
        .map(str::to_owned)
        .collect()
}

fn on_system(package: &str) -> bool {
    let mut ask = Command::new("dpkg-query");
    ask.args(["-W", "-f=${Status}\n", package]);
    answer(&mut ask).is_some_and(|text| text.contains("ok installed"))
}

/// Writes the wrappers that lend the programs their libraries (a plain
/// `LD_LIBRARY_PATH` would leak into other tools), and tries each. Returns the
/// compiler's version.
fn wrap(folder: &Path) -> Result<String, String> {
    let libraries = library_folder(folder)?;
    let linker = fs::read_dir(folder.join("usr/bin"))
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.starts_with("lld-") && Version::parse(&name[4..]).is_some())
        .ok_or("Debian's packages held no lld")?;
    let programs = [
        ("rustc", "rustc", "--version"),
        ("clippy-driver", "clippy-driver", "--version"),
        ("rust-lld", linker.as_str(), "-flavor"),
    ];
    let mut version = None;
    for (name, program, probe) in programs {
        let file = folder.join("bin").join(name);
        write_wrapper(&file, &libraries, program)?;
        let mut ask = Command::new(&file);
        ask.arg(probe);
        if name == "rust-lld" {
            ask.args(["wasm", "--version"]);
        }
        let text = answer(&mut ask).ok_or_else(|| format!("Debian's {name} does not run here"))?;
        version = version.or_else(|| text.split_whitespace().nth(1).map(str::to_owned));
    }
    let version = version.ok_or("Debian's rustc does not say its version")?;
    if Version::parse(&version) < Version::parse(OLDEST) {
        return Err(format!("Debian's rustc-web is {version}, and {OLDEST} is needed"));
    }
    Ok(version)
}

fn write_wrapper(file: &Path, libraries: &str, program: &str) -> Result<(), String> {
    let text = format!(
        "#!/bin/sh\nhere=${{0%/*}}/..\n\
         LD_LIBRARY_PATH=\"$here/usr/lib/{libraries}:$here/lib/{libraries}${{LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}}\" \
         exec \"$here/usr/bin/{program}\" \"$@\"\n"
    );
    let told = |e: io::Error| format!("{}: {e}", file.display());
    fs::write(file, text).map_err(told)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(file, fs::Permissions::from_mode(0o755)).map_err(told)?;
    }
    Ok(())
}

/// The machine's folder below `usr/lib`, as in `x86_64-linux-gnu`: the one
/// with the compiler's library.
fn library_folder(folder: &Path) -> Result<String, String> {
    let entries = fs::read_dir(folder.join("usr/lib")).into_iter().flatten().flatten();
    entries
        .filter(|entry| {
            let inside = fs::read_dir(entry.path()).into_iter().flatten().flatten();
            inside
                .map(|file| file.file_name())
                .any(|name| name.to_string_lossy().starts_with("librustc_driver"))
        })
        .find_map(|entry| entry.file_name().into_string().ok())
        .ok_or_else(|| "Debian's packages held no librustc_driver".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dependencies_are_real_packages() {
        let text = "libllvm22\n  Depends: libc6\n |Depends: libfoo\n  PreDepends: libz3-4:amd64\n  \
                    Depends: <libc-dev>\n    libc6-dev\n  Conflicts: bar\n  Recommends: baz\n";
        assert_eq!(dependencies(text), ["libc6", "libfoo", "libz3-4"]);
    }

    #[test]
    fn a_folder_of_a_dead_run_is_removed_and_a_finished_one_stays() {
        let home = std::env::temp_dir().join(format!("xtask-leftovers-{}", process::id()));
        let dead = home.join(format!("{PARTIAL}999999999"));
        let live = home.join(format!("{PARTIAL}{}", process::id()));
        let done = home.join(format!("{DONE}1.96.0"));
        for folder in [&dead, &live, &done] {
            fs::create_dir_all(folder).unwrap();
        }
        remove_leftovers(&home).unwrap();
        assert!(!dead.exists() && live.exists() && done.exists());
        fs::remove_dir_all(&home).unwrap();
    }
}
