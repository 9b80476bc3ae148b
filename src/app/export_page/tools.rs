//! What each export is, what it needs, and how it is run.

use super::output::Output;
use crate::app::ui::{CodeBlock, Shown};
use crate::app::view::View;
use crate::export::{Heading, Language, Tool};
use crate::model::AccountId;
use crate::steps;
use yew::prelude::*;

/// The title of a tool's tab.
pub(super) fn title(tool: Tool) -> &'static str {
    match tool {
        Tool::Cli => "CLI script",
        Tool::Api => "API calls",
        Tool::Terraform => "Terraform",
    }
}

fn what(tool: Tool) -> &'static str {
    match tool {
        Tool::Cli => {
            "A bash script that calls ibmcloud, IBM Cloud\u{2019}s command line. Run again after a failure, it keeps what is there and goes on."
        }
        Tool::Api => {
            "A bash script that calls the VPC API with curl. Run again after a failure, it keeps what is there and goes on. Your key or token is never shown, nor put on a command line."
        }
        Tool::Terraform => {
            "Files for Terraform, which compares them with what it has made before and changes only the difference. What differs from account to account stands in terraform.tfvars."
        }
    }
}

fn needs(tool: Tool) -> &'static [(&'static str, &'static str)] {
    match tool {
        Tool::Cli => &[
            ("ibmcloud", "with its plug-in vpc-infrastructure 16.0.0 or later, logged in to the account"),
            ("jq", "reads what ibmcloud answers"),
            ("bash", "4.4 or later"),
        ],
        Tool::Api => &[
            ("curl, jq and bash", "bash 4.4 or later"),
            ("IBMCLOUD_API_KEY", "in the environment: your API key. Or IAM_TOKEN: a token that is ready"),
            (
                "IBMCLOUD_IAM_API_ENDPOINT, IBMCLOUD_IS_NG_API_ENDPOINT (with /v1), IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT, IBMCLOUD_GT_API_ENDPOINT",
                "only where the public hosts cannot be reached: other hosts for IAM, VPC, resource groups and tags",
            ),
        ],
        Tool::Terraform => &[
            ("terraform", "1.5.1 or later; it fetches the provider IBM-Cloud/ibm itself"),
            ("IC_API_KEY or IBMCLOUD_API_KEY", "in the environment: your API key"),
        ],
    }
}

/// The commands that run a tool's export, from the folder that holds it. Where there are
/// several accounts, each folder has one, or an empty text where the plan does not say it.
fn commands(tool: Tool, folders: &[&str], accounts: &[String]) -> Vec<String> {
    let key = |name: &str, of: &str| format!("read -rsp 'API key{of}: ' {name} && export {name}");
    let log_in = |of: &str| match tool {
        Tool::Cli => "ibmcloud login".to_owned(),
        Tool::Api => key("IBMCLOUD_API_KEY", of),
        Tool::Terraform => key("IC_API_KEY", of),
    };
    let mut all = Vec::new();
    for (i, folder) in folders.iter().enumerate() {
        match accounts.get(i) {
            None if i == 0 => all.push(log_in("")),
            Some(account) if i == 0 || accounts[i - 1] != *account => {
                let of = if account.is_empty() { String::new() } else { format!(" of account {account}") };
                all.push(log_in(&of));
                if tool == Tool::Cli && !account.is_empty() {
                    all.push(format!("ibmcloud target -c {account}"));
                }
            }
            _ => {}
        }
        match tool {
            Tool::Cli | Tool::Api => all.push(format!("bash {folder}/create.sh")),
            Tool::Terraform => all.extend(
                ["init", "plan -out=plan.out", "apply plan.out"]
                    .map(|act| format!("terraform -chdir={folder} {act}")),
            ),
        }
    }
    all
}

/// The account of each run, where there are runs of several. A text that is none of an
/// account's is left out.
fn accounts(view: &View) -> Vec<String> {
    let runs = steps::runs(&view.model);
    if runs.iter().all(|run| run.region().is_some()) {
        return Vec::new();
    }
    let account = |run: steps::Run| run.account.filter(|a| AccountId::new(a).is_some()).unwrap_or_default();
    runs.into_iter().map(account).collect()
}

/// The head of a tool's panel.
pub(super) fn about(tool: Tool, view: &View, output: &Output) -> Html {
    let aims = Heading { targets: view.model.targets.clone(), ..Heading::default() }.aims_at(tool);
    let folders = output.folders(tool);
    let lines: Vec<Shown> = commands(tool, &folders, &accounts(view))
        .into_iter()
        .map(|text| Shown { text: text.into(), changed: false, refused: false })
        .collect();
    let not_here: Vec<&str> =
        output.not_here.iter().filter(|n| n.tool == tool).map(|n| n.reason.as_str()).collect();
    html! {
        <div class="about">
            <div>
                <p>{ what(tool) }</p>
                <p class="small muted gap">{ "Written for " }{ aims }{ "." }</p>
                <h2>{ "What it needs" }</h2>
                <ul class="needs">
                    { for needs(tool).iter().map(|(thing, why)| html! {
                        <li><b>{ thing }</b>if !why.is_empty() { { " " }<span class="muted">{ why }</span> }</li>
                    }) }
                </ul>
                if !not_here.is_empty() {
                    <h2>{ "What it cannot say" }</h2>
                    <ul class="needs">{ for not_here.iter().map(|reason| html! { <li>{ reason }</li> }) }</ul>
                }
            </div>
            <div>
                <h2 class="first">{ "How to run it" }</h2>
                <p class="muted">
                    if folders.len() > 1 { { "There is a run for each region and each account that lets gateways in, in this order. " } }
                    { "From the folder that holds these files:" }
                </p>
                <div class="run"><CodeBlock label="Commands that run it" language={Language::Bash} {lines} numbered={false} /></div>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_run_has_its_commands_in_order() {
        assert_eq!(
            commands(Tool::Cli, &["cli/1-us-south", "cli/2-eu-gb"], &[]),
            ["ibmcloud login", "bash cli/1-us-south/create.sh", "bash cli/2-eu-gb/create.sh"]
        );
        let folders = ["cli/1-policy-a", "cli/2-us-south", "cli/3-eu-gb"];
        let accounts = ["a", "", ""].map(str::to_owned);
        assert_eq!(
            commands(Tool::Cli, &folders, &accounts),
            [
                "ibmcloud login",
                "ibmcloud target -c a",
                "bash cli/1-policy-a/create.sh",
                "ibmcloud login",
                "bash cli/2-us-south/create.sh",
                "bash cli/3-eu-gb/create.sh"
            ]
        );
        assert_eq!(commands(Tool::Api, &["api"], &[]).last().map(String::as_str), Some("bash api/create.sh"));
        let terraform = commands(Tool::Terraform, &["terraform"], &[]);
        assert_eq!(
            terraform[1..],
            [
                "terraform -chdir=terraform init",
                "terraform -chdir=terraform plan -out=plan.out",
                "terraform -chdir=terraform apply plan.out",
            ]
        );
    }
}
