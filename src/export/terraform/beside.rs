//! What stands beside the `.tf` files: a README for who reviews and runs them, and a
//! `.gitignore`.

use super::surroundings::TERRAFORM;
use crate::export::aftercare::access_tags;
use crate::export::markdown::escape;
use crate::export::not_here::in_terraform;
use crate::export::text::Text;
use crate::export::{Heading, Line, Tool, notes, policy, rights};
use crate::plan::TargetKind;
use crate::steps::{Kind, Run, Scope, Step, Thing};

/// Which of the runs of an export this is, and of how many.
pub(in crate::export) struct Nth {
    pub(in crate::export) index: usize,
    pub(in crate::export) of: usize,
}

/// `.gitignore`: state and plans hold what the provider read, secrets included.
pub(in crate::export) fn gitignore() -> Vec<Line> {
    let mut out = Text::default();
    for line in [
        "# State and plan files hold all that was read of the account. Keep them out of the",
        "# repository, and .terraform.lock.hcl in it: it pins the provider.",
        ".terraform/",
        "*.tfstate",
        "*.tfstate.*",
        "*.tfplan",
        "tfplan",
        "crash*.log",
    ] {
        out.line(line);
    }
    out.finish()
}

/// `README.md` of a run.
pub(in crate::export) fn readme(run: &Run, heading: &Heading, nth: &Nth) -> Vec<Line> {
    let mut out = Text::default();
    match (run.region(), &run.account) {
        (Some(region), _) => {
            out.line(format!("# Endpoint gateways in {}, with Terraform", escape(region)));
        }
        (None, Some(account)) => {
            out.line(format!("# Authorization policies of account {}, with Terraform", escape(account)));
        }
        (None, None) => out.line("# Authorization policies, with Terraform"),
    }
    out.line("");
    if heading.plan.is_empty() {
        out.line("VPE Planner wrote these files from a plan without a name.");
    } else {
        out.line(format!("VPE Planner wrote these files from the plan *{}*.", escape(&heading.plan)));
    }
    out.line("");
    out.line(format!("- Content: {}. The same plan gives the same.", heading.hash));
    out.line(format!("- Written for: Terraform {TERRAFORM}, {}.", heading.aims_at(Tool::Terraform)));
    match &run.account {
        Some(account) => {
            out.line(format!("- Account: {}. A plan with the key of another account stops.", escape(account)))
        }
        None => {
            out.line("- Account: the one of the API key. The plan does not say it, so nothing compares it.")
        }
    }
    if nth.of > 1 {
        let (index, of) = (nth.index + 1, nth.of);
        out.line(format!(
            "- Folder {index} of {of}, one for each region and each account that lets gateways in. Each has a state of \
             its own; go by their numbers."
        ));
    }
    list(
        &mut out,
        "Errors that are open, which IBM Cloud would refuse",
        heading.open.iter().map(|(_, s)| s.as_str()),
    );
    list(&mut out, "Not exported", heading.left_out.iter().map(String::as_str));
    let mut not_here = heading.not_here.clone();
    for reason in run.steps.iter().filter_map(in_terraform).map(|n| n.reason) {
        if !not_here.contains(&reason) {
            not_here.push(reason);
        }
    }
    not_here.extend(run.not_adopted.iter().map(|not| not.sentence.clone()));
    list(&mut out, "Not here", not_here.iter().map(String::as_str));
    builds(&mut out, run);
    rights::section(&mut out, run);
    if run.scope == Scope::Policies {
        policies(&mut out, run);
    } else {
        rest(&mut out, run);
    }
    out.finish()
}

fn head(out: &mut Text, title: &str) {
    out.gap();
    out.line(format!("## {title}"));
    out.line("");
}

fn list<'s>(out: &mut Text, title: &str, sentences: impl Iterator<Item = &'s str>) {
    for (i, sentence) in sentences.enumerate() {
        if i == 0 {
            head(out, title);
        }
        out.line(format!("- {}", escape(sentence)));
    }
}

fn builds(out: &mut Text, run: &Run) {
    head(out, "What it builds");
    kinds(out, run.steps.iter().filter(|s| !matches!(s, Step::Adopt(_))).filter_map(built));
    if adopts(run) {
        head(out, "What it takes over");
        let taken = run.steps.iter().filter(|s| matches!(s, Step::Adopt(_)));
        kinds(out, taken.map(Step::plain).filter_map(built));
        out.gap();
        out.line(
            "These exist. `imports.tf` has Terraform import them: its first plan must say of each that it",
        );
        out.line("will be imported, and of none that it must be replaced or destroyed.");
    }
    let found = || run.steps.iter().filter_map(look_up).filter(|thing| !thing.adopted);
    if found().next().is_some() {
        head(out, "What it refers to");
        kinds(out, found().map(|thing| (kind(thing.kind), Some(thing.label()))));
        out.gap();
        out.line("These exist. Terraform finds them, and does not manage them.");
    }
}

fn adopts(run: &Run) -> bool {
    run.steps.iter().any(|s| matches!(s, Step::Adopt(_)))
}

/// Kinds of things, one and several, in the order of creation.
const KINDS: [(&str, &str); 14] = [
    ("resource group", "resource groups"),
    ("VPC", "VPCs"),
    ("address prefix", "address prefixes"),
    ("network ACL", "network ACLs"),
    ("network ACL rule", "network ACL rules"),
    ("subnet", "subnets"),
    ("security group", "security groups"),
    ("security group rule", "security group rules"),
    ("DNS resolution binding", "DNS resolution bindings"),
    ("endpoint gateway", "endpoint gateways"),
    ("reserved IP", "reserved IPs"),
    ("binding of a reserved IP", "bindings of reserved IPs"),
    ("resource binding", "resource bindings"),
    ("authorization policy", "authorization policies"),
];

/// The place among [`KINDS`] of what others refer to.
fn kind(kind: Kind) -> usize {
    match kind {
        Kind::ResourceGroup => 0,
        Kind::Vpc => 1,
        Kind::Acl => 3,
        Kind::AclRule => 4,
        Kind::Subnet => 5,
        Kind::Group => 6,
        Kind::Gateway => 9,
        Kind::ReservedIp => 10,
    }
}

/// A line for each kind that there is: how many, and the names of what has its own.
fn kinds<'s>(out: &mut Text, things: impl Iterator<Item = (usize, Option<&'s str>)>) {
    let things: Vec<(usize, Option<&str>)> = things.collect();
    for (kind, (one, several)) in KINDS.iter().enumerate() {
        let of_kind = || things.iter().filter(|(k, _)| *k == kind);
        let (count, names) = (of_kind().count(), of_kind().filter_map(|(_, name)| *name));
        let noun = if count == 1 { one } else { several };
        let names: Vec<String> = names.map(escape).collect();
        match (count, names.is_empty()) {
            (0, _) => {}
            (_, true) => out.line(format!("- {count} {noun}")),
            (_, false) => out.line(format!("- {count} {noun}: {}", names.join(", "))),
        }
    }
}

/// What a step builds: its place among [`KINDS`], and its name where reviewers
/// look for it by that.
fn built(step: &Step) -> Option<(usize, Option<&str>)> {
    match step {
        Step::Vpc(s) => Some((1, Some(s.thing.label()))),
        Step::Prefix(_) => Some((2, None)),
        Step::Acl(s) => Some((3, Some(s.thing.label()))),
        Step::AclRule(_) => Some((4, None)),
        Step::Subnet(s) => Some((5, Some(s.thing.label()))),
        Step::Group(s) => Some((6, Some(s.thing.label()))),
        Step::Rule(_) => Some((7, None)),
        Step::DnsBinding(_) => Some((8, None)),
        Step::Gateway(s) => Some((9, Some(s.thing.label()))),
        Step::ReservedIp(_) => Some((10, None)),
        Step::Binding(_) => Some((11, None)),
        Step::ResourceBinding(s) => Some((12, Some(&s.name))),
        Step::Policy(s) => Some((13, Some(&s.service))),
        Step::Resolver(_) | Step::LookUp(_) | Step::Tags(_) | Step::Change(_) | Step::Adopt(_) => None,
    }
}

fn look_up(step: &Step) -> Option<&Thing> {
    if let Step::LookUp(s) = step { Some(&s.thing) } else { None }
}

const RUNNING: &str = "\
```sh
export IC_API_KEY=...          # stands in no file
terraform init
terraform plan -out=tfplan     # read it before you go on
terraform apply tfplan
terraform plan                 # says that nothing changes
```
";

const NOT_BOTH: &str = "\
**Run either these files or the scripts in `cli/` or `api/`, not both.** They build the same, and what a
script has built Terraform does not know: it would be refused the same names and targets. To go on with
Terraform after a script, give the plan the IDs of what exists, to be taken over, and write these files
again.";

const KEEPING: &str = "\
- Commit `.terraform.lock.hcl`, which `terraform init` writes: it pins the version of the provider and the
  hashes of its files, so that everyone runs the same one.
- Keep the state out of the repository. It is how Terraform knows what it has built: lost, everything would
  have to be imported. A team keeps it in a remote backend that locks it while somebody applies; add the
  block `backend` to `versions.tf` before the first `terraform init`.
- `terraform.tfvars` holds what differs from account to account, and no secrets.";

const CHANGING: &str = "\
Change the plan and write these files again, rather than editing them.

- A gateway with another name, VPC, target or resource group is a new gateway: Terraform removes the old
  one first. Its reserved IPs keep their addresses, and are bound to the new one.
- Another address, or another subnet, is a new reserved IP.
- Groups, tags and the DNS mode change in place.";

const PRIVATE_PATH: &str = "\
Terraform does not wait for the answer: it goes on after the time that `timeouts` in `gateways.tf` gives it,
and holds back the other gateways of the VPC until then.";

/// What there is to say of policies.
fn policies(out: &mut Text, run: &Run) {
    policy::about(out, run);
    out.gap();
    out.line("The policy lands in the account of the key. IBM's page on cross-account gateways has the arguments `source_account` and");
    out.line("`target_account`; the provider has neither.");
    running(out, run);
    policy::in_console(out, run);
}

fn running(out: &mut Text, run: &Run) {
    head(out, "Run it");
    out.line(RUNNING);
    out.line(if adopts(run) {
        "`terraform destroy` removes what was built **and what was taken over**."
    } else {
        "`terraform destroy` removes what was built, and nothing else."
    });
    out.gap();
    out.line(NOT_BOTH);
    head(out, "Keep");
    out.line(KEEPING);
}

fn rest(out: &mut Text, run: &Run) {
    running(out, run);
    head(out, "Change it");
    out.line(CHANGING);
    let access = access_tags(run);
    if !access.is_empty() {
        head(out, "Access tags");
        out.line(format!(
            "They must exist in the account before: {}. To make one:",
            escape(&access.join(", "))
        ));
        out.line("`ibmcloud resource tag-create --tag-names NAME:VALUE`. The provider only logs that it could not attach");
        out.line("a tag, and the next `terraform plan` shows it again.");
    }
    notes::sections(out, run);
    let private = |step: &Step| {
        let kind = TargetKind::PrivatePathServiceGateway;
        if let Step::Gateway(s) = step.plain() { s.target_kind == kind } else { false }
    };
    if run.steps.iter().any(private) {
        out.gap();
        out.line(PRIVATE_PATH);
    }
}
