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
    /// `create`, `read`, `update`, `replace` or `delete`; `import` where an import changes nothing,
    /// and before one of the others where it does.
    pub does: String,
}

impl Cloud {
    /// Terraform in `folder`, where its files are or will be, with the key of the first account.
    pub fn terraform(&self, folder: &Path) -> Terraform {
        Terraform { server: super::serve(self.inner(), self.token()), folder: folder.to_owned() }
    }

    /// The same with the key of another account of the seed.
    ///
    /// # Panics
    /// When the seed has no such account.
    pub fn terraform_of(&self, account: &str, folder: &Path) -> Terraform {
        let token = self.token_of(account).unwrap_or_else(|| panic!("the seed has no account {account}"));
        Terraform { server: super::serve(self.inner(), token), folder: folder.to_owned() }
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
    /// What it refuses, a line each.
    pub fn validate(&self) -> Result<(), String> {
        let ran = self.run(&["validate", "-json"]);
        let said: Json = serde_json::from_str(&ran.stdout).map_err(|_| ran.stderr.clone())?;
        let list = said["diagnostics"].as_array().into_iter().flatten();
        let faults: Vec<String> = list.filter(|one| one["severity"] == "error").map(fault).collect();
        if ran.code == 0 { Ok(()) } else { Err(faults.join("\n")) }
    }

    /// `terraform plan`, and what the plan would do, sorted.
    ///
    /// # Errors
    /// What it refuses, a line each.
    pub fn plan(&self) -> Result<Vec<Change>, String> {
        told(self.run(&["plan", "-json"]))
    }

    /// Whether `terraform plan -detailed-exitcode` finds nothing to do, outputs included.
    ///
    /// # Errors
    /// The plan, when it would do something; or what is refused.
    pub fn settled(&self) -> Result<(), String> {
        self.run(&["plan", "-no-color", "-detailed-exitcode"]).well().map(drop)
    }

    /// `terraform apply`, without asking, and what it did, sorted.
    ///
    /// # Errors
    /// What failed, a line each.
    pub fn apply(&self) -> Result<Vec<Change>, String> {
        told(self.run(&["apply", "-json", "-auto-approve"]))
    }

    /// `terraform destroy`, without asking, and what it did, sorted.
    ///
    /// # Errors
    /// What failed, a line each.
    pub fn destroy(&self) -> Result<Vec<Change>, String> {
        told(self.run(&["destroy", "-json", "-auto-approve"]))
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

/// The changes that a run of many lines of JSON tells; or its errors.
fn told(ran: Ran) -> Result<Vec<Change>, String> {
    let lines: Vec<Json> = ran.stdout.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let of = |kind: &'static str| lines.iter().filter(move |line| line["type"] == kind);
    if ran.code != 0 {
        let errors = of("diagnostic").map(|line| &line["diagnostic"]);
        let errors: Vec<String> = errors.filter(|one| one["severity"] == "error").map(fault).collect();
        return Err(if errors.is_empty() { ran.stderr } else { errors.join("\n") });
    }
    let mut changes: Vec<Change> = of("planned_change").map(|line| change(&line["change"])).collect();
    changes.sort();
    Ok(changes)
}

/// A diagnostic on one line, with the block that it is about.
fn fault(diagnostic: &Json) -> String {
    let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    let place = match &diagnostic["address"] {
        Json::String(address) => address.clone(),
        _ => text(&diagnostic["snippet"]["context"]),
    };
    let said = format!("{place}: {}: {}", text(&diagnostic["summary"]), text(&diagnostic["detail"]));
    said.replace('\n', " ")
}

fn change(change: &Json) -> Change {
    let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    let does = text(&change["action"]);
    let imports = !change["importing"].is_null() && does != "import";
    Change {
        address: text(&change["resource"]["addr"]),
        does: if imports { format!("import {does}") } else { does },
    }
}
