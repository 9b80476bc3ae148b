//! Running the real terraform in a folder, against an account.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value as Json, json};

use super::grpc::Server;
use super::table::table;
use crate::Cloud;

/// A folder of Terraform files with a provider that works on one account.
///
/// Nothing is downloaded and no `init` is needed. Only what the folder holds and what stands here
/// reaches terraform: no other environment than `PATH` and `HOME`, no user's settings.
pub struct Terraform {
    server: Server,
    folder: PathBuf,
}

/// What a run of terraform ended with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ran {
    /// The exit status.
    pub code: i32,
    /// What it printed, without colours.
    pub stdout: String,
    /// What it printed as errors.
    pub stderr: String,
}

impl Ran {
    /// The text, if it ended well.
    ///
    /// # Errors
    /// All that it printed.
    pub fn well(self) -> Result<String, String> {
        if self.code == 0 { Ok(self.stdout) } else { Err(format!("{}{}", self.stdout, self.stderr)) }
    }
}

/// One change of a plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The address of the resource.
    pub address: String,
    /// `create`, `read`, `update`, `delete`, `delete create` for a replacement, or `import` where an
    /// import changes nothing; `import update` where it does.
    pub does: String,
}

impl Cloud {
    /// Terraform in `folder`, where its files are or will be, for this account.
    pub fn terraform(&self, folder: &Path) -> Terraform {
        Terraform { server: super::serve(self.inner()), folder: folder.to_owned() }
    }
}

impl Terraform {
    /// Runs terraform with these arguments.
    ///
    /// # Panics
    /// When there is no terraform on PATH.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let address = json!({
            format!("registry.terraform.io/{}", table().provider.to_lowercase()): {
                "Protocol": "grpc",
                "ProtocolVersion": 6,
                "Pid": std::process::id(),
                "Test": true,
                "Addr": { "Network": "tcp", "String": format!("127.0.0.1:{}", self.server.port) },
            }
        });
        let output = Command::new("terraform")
            .args(arguments)
            .current_dir(&self.folder)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", &self.folder)
            .env("TF_CLI_CONFIG_FILE", "/dev/null")
            .env("TF_IN_AUTOMATION", "1")
            .env("TF_INPUT", "0")
            .env("CHECKPOINT_DISABLE", "1")
            .env("TF_REATTACH_PROVIDERS", address.to_string())
            .stdin(Stdio::null())
            .output()
            .expect("terraform is on PATH");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ran {
            code: output.status.code().unwrap_or(-1),
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
        }
    }

    /// `terraform validate`.
    ///
    /// # Errors
    /// What it refuses.
    pub fn validate(&self) -> Result<(), String> {
        self.run(&["validate", "-no-color"]).well().map(drop)
    }

    /// `terraform plan`, and what the plan would do, sorted. Without changes it is empty: whether
    /// outputs alone would change is not told.
    ///
    /// # Errors
    /// What it refuses.
    pub fn plan(&self) -> Result<Vec<Change>, String> {
        self.run(&["plan", "-no-color", "-out=stand-in.plan"]).well()?;
        let shown = self.run(&["show", "-json", "stand-in.plan"]).well()?;
        let plan: Json = serde_json::from_str(&shown).map_err(|error| error.to_string())?;
        let changes = plan["resource_changes"].as_array().into_iter().flatten();
        let mut changes: Vec<Change> = changes.filter_map(change).collect();
        changes.sort();
        Ok(changes)
    }

    /// Whether `terraform plan -detailed-exitcode` finds nothing to do, outputs included.
    ///
    /// # Errors
    /// The plan, when it would do something; or what is refused.
    pub fn settled(&self) -> Result<(), String> {
        self.run(&["plan", "-no-color", "-detailed-exitcode"]).well().map(drop)
    }

    /// `terraform apply`, without asking.
    ///
    /// # Errors
    /// What failed.
    pub fn apply(&self) -> Result<String, String> {
        self.run(&["apply", "-no-color", "-auto-approve"]).well()
    }

    /// `terraform destroy`, without asking.
    ///
    /// # Errors
    /// What failed.
    pub fn destroy(&self) -> Result<String, String> {
        self.run(&["destroy", "-no-color", "-auto-approve"]).well()
    }

    /// `terraform import` of one address.
    ///
    /// # Errors
    /// What it refuses.
    pub fn import(&self, address: &str, id: &str) -> Result<String, String> {
        self.run(&["import", "-no-color", address, id]).well()
    }

    /// `terraform show -json` of the state.
    ///
    /// # Errors
    /// What failed.
    pub fn state(&self) -> Result<Json, String> {
        let shown = self.run(&["show", "-json"]).well()?;
        serde_json::from_str(&shown).map_err(|error| error.to_string())
    }
}

/// What a plan's entry does; none where that is nothing.
fn change(entry: &Json) -> Option<Change> {
    let change = &entry["change"];
    let actions = change["actions"].as_array().into_iter().flatten();
    let import = change.get("importing").is_some_and(|importing| !importing.is_null()).then_some("import");
    let actions = actions.filter_map(Json::as_str).filter(|action| *action != "no-op");
    let does: Vec<&str> = import.into_iter().chain(actions).collect();
    let address = entry["address"].as_str().unwrap_or_default().to_owned();
    (!does.is_empty()).then(|| Change { address, does: does.join(" ") })
}
