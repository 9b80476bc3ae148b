//! Commands that come from crates.io.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::paths;
use crate::run::{Patience, answer, logged, say};
use crate::version::Version;

/// A command from crates.io.
pub(crate) struct Crate<'a> {
    /// The package.
    pub(crate) package: &'a str,
    /// The command it brings.
    pub(crate) command: &'a str,
    /// The version to install.
    pub(crate) version: &'a str,
    /// Further arguments of `cargo install`.
    pub(crate) arguments: &'a [&'a str],
    /// How long building it took on two cores.
    pub(crate) takes: &'a str,
    /// Whether a version that is there will do.
    pub(crate) fits: &'a dyn Fn(&Version) -> bool,
}

impl Crate<'_> {
    /// The command's file: on `PATH`, in cargo's home, in the tools' own
    /// folder, or installed now.
    ///
    /// # Errors
    /// It is not there and cannot be built.
    pub(crate) fn install(&self) -> Result<PathBuf, String> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        // Another version of the user's own is left alone.
        let taken = self.places().iter().any(|place| place.exists());
        let own_root = self.own_root();
        let root = taken.then_some(own_root.as_path());
        if self.binstall(root)
            && let Some(found) = self.find()
        {
            return Ok(found);
        }
        say(&format!(
            "installing {} {} from crates.io into {}: about {}, once",
            self.package,
            self.version,
            root.map_or_else(|| paths::cargo_home().join("bin"), |r| r.join("bin")).display(),
            self.takes
        ));
        let built = self.build(root, true).or_else(|first| self.build(root, false).map_err(|_| first));
        built.map_err(|why| {
            format!(
                "{} {} is missing and cannot be built ({why})\nIt is needed to build the page. \
                 Install it with `cargo install {} --version {}`, or put it on PATH, and run this again.",
                self.command, self.version, self.package, self.version
            )
        })?;
        self.find().ok_or_else(|| format!("{} was installed but is not where it should be", self.command))
    }

    fn own_root(&self) -> PathBuf {
        paths::tools_home().join(format!("{}-{}", self.package, self.version))
    }

    fn places(&self) -> Vec<PathBuf> {
        let roots = [env::var_os("CARGO_INSTALL_ROOT").map(PathBuf::from), Some(paths::cargo_home())];
        let roots = roots.into_iter().flatten();
        let files = roots.map(|root| root.join("bin").join(self.command));
        paths::on_path(self.command).into_iter().chain(files).collect()
    }

    fn find(&self) -> Option<PathBuf> {
        let mut places = self.places();
        places.push(self.own_root().join("bin").join(self.command));
        places.into_iter().find(|place| self.will_do(place))
    }

    fn will_do(&self, file: &Path) -> bool {
        paths::is_executable(file)
            && answer(Command::new(file).arg("--version"))
                .and_then(|text| Version::find(&text))
                .is_some_and(|version| (self.fits)(&version))
    }

    /// A build made by others, where the user has `cargo binstall`.
    fn binstall(&self, root: Option<&Path>) -> bool {
        if paths::on_path("cargo-binstall").is_none() {
            return false;
        }
        let mut command = Command::new("cargo");
        command.args(["binstall", "--no-confirm", "--disable-strategies", "compile"]);
        if let Some(root) = root {
            command.arg("--root").arg(root);
        }
        command.arg(format!("{}@{}", self.package, self.version));
        say(&format!("trying `cargo binstall {}`: seconds, or given up after a minute", self.package));
        let patience = Patience { stall: Duration::from_secs(60), progress: &|| 0 };
        logged(self.command, &mut command, Some(patience)).is_ok()
    }

    fn build(&self, root: Option<&Path>, locked: bool) -> Result<(), String> {
        let mut command = Command::new("cargo");
        command.args(["install", "--debug", self.package, "--version", self.version]);
        command.args(self.arguments);
        if locked {
            command.arg("--locked");
        }
        if let Some(root) = root {
            command.arg("--root").arg(root);
        }
        // Away from the project, whose settings are not meant for it.
        command.current_dir(paths::home());
        command.env("CARGO_PROFILE_DEV_DEBUG", "0");
        command.env_remove("CARGO_TARGET_DIR");
        logged(self.command, &mut command, None)
    }
}
