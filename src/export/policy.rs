//! An authorization policy in the words of IAM, which every export but Terraform says
//! alike, and the way to it in the console.
//!
//! The console's steps and the attributes: IBM's page on cross-account gateways (16 Jan
//! 2026), whose API path, CLI flags and Terraform arguments are not those that the tools
//! take, and ibm-platform-services 0.77.1.

use super::markdown::escape;
use super::text::{Text, json, one_line};
use crate::catalog::{SERVICES, Shape};
use crate::plan::{Field, Object, Place};
use crate::steps::{Policy, Run, Step};

/// The role that lets a gateway be made for a service: it may read what the service is.
pub(super) const ROLE: &str = "Viewer";

/// The policy as a body of version 1 of the IAM API, which `ibmcloud` takes from a file.
pub(super) fn body(policy: &Policy) -> Text {
    let mut out = Text::default();
    let at = |field| Object::Policy(policy.key.clone()).at(field);
    out.line("{");
    out.line("  \"type\": \"authorization\",");
    attributes(
        &mut out,
        "subjects",
        &[
            ("accountId", &policy.source_account, Some(at(Field::SourceAccount))),
            ("serviceName", "is", None),
            ("resourceType", "endpoint-gateway", None),
        ],
    );
    out.line(format!("  \"roles\": [{{\"role_id\": \"crn:v1:bluemix:public:iam::::role:{ROLE}\"}}],"));
    let mut resource = vec![
        ("accountId", policy.target_account.as_str(), Some(at(Field::TargetAccount))),
        ("serviceName", &policy.service, Some(at(Field::Service))),
    ];
    if !policy.instance.is_empty() {
        resource.push(("serviceInstance", &policy.instance, Some(at(Field::Instance))));
    }
    attributes(&mut out, "resources", &resource);
    out.line("}");
    out
}

fn attributes(out: &mut Text, side: &str, list: &[(&str, &str, Option<Place>)]) {
    out.line(format!("  \"{side}\": ["));
    out.line("    {");
    out.line("      \"attributes\": [");
    for (i, (name, value, place)) in list.iter().enumerate() {
        let comma = if i + 1 == list.len() { "" } else { "," };
        let line = format!("        {{\"name\": \"{name}\", \"value\": {}}}{comma}", json(value));
        out.push(&line, place.clone());
    }
    out.line("      ]");
    out.line("    }");
    out.line(if side == "subjects" { "  ]," } else { "  ]" });
}

/// The policies that a run makes or takes over.
fn policies(run: &Run) -> impl Iterator<Item = &Policy> {
    run.steps.iter().filter_map(|step| if let Step::Policy(s) = step.plain() { Some(s) } else { None })
}

/// Says in a README what the policies of a run are for, and in whose hands they are.
pub(super) fn about(out: &mut Text, run: &Run) {
    out.gap();
    out.line("## What the policies are for");
    out.gap();
    out.line("This account owns what endpoint gateways of another account are to reach. It lets them in by an authorization policy for each service, which must be there before the gateway: without it the gateway is refused, and the message is that the service could not be found. The policy lets the other account's endpoint gateways see the service, as Viewer, and no person or other service.");
    out.gap();
    for policy in policies(run) {
        let (source, service) = (escape(&policy.source_account), escape(&policy.service));
        let what = if policy.instance.is_empty() {
            format!("all instances of {service}")
        } else {
            format!("instance {} of {service}", escape(&policy.instance))
        };
        out.line(format!("- Endpoint gateways of account {source} may reach {what}."));
    }
    out.gap();
    out.line("Whoever makes it works with this account's credentials, and needs access to the service here: IAM lets nobody grant more than they have. Context-based restrictions of either account hold beside the policy.");
}

/// Tells in a README how each policy of a run is made in the console.
pub(super) fn in_console(out: &mut Text, run: &Run) {
    out.gap();
    out.line("## In the console instead");
    for policy in policies(run) {
        out.gap();
        out.line(format!("For {}:", escape(&policy.service)));
        out.gap();
        for (i, step) in console(policy, escape).into_iter().enumerate() {
            out.line(format!("{}. {step}", i + 1));
        }
    }
    out.gap();
    out.line("A policy that was made so exists: say so in the plan. The gateway itself cannot be made in the console, where services of another account are not offered.");
}

/// Tells in a README how each policy of a run is made by a command that is typed.
pub(super) fn by_hand(out: &mut Text, run: &Run, command: fn(&Policy) -> String) {
    out.gap();
    out.line("## By hand instead");
    for policy in policies(run) {
        out.gap();
        out.line(format!("For {}, with this text as `policy.json`:", escape(&policy.service)));
        out.gap();
        out.line("```json");
        out.append(body(policy));
        out.line("```");
        out.gap();
        out.line("```sh");
        out.line("ibmcloud iam authorization-policy-create --file policy.json");
        out.line("```");
        let texts = [&policy.source_account, &policy.service, &policy.instance];
        if texts.iter().all(|text| one_line(text) == **text) {
            out.gap();
            out.line("or without a file:");
            out.gap();
            out.line("```sh");
            out.line(command(policy));
            out.line("```");
        }
    }
    out.gap();
    out.line("IBM shows the resource type `endpoint-gateway` in the file only. Its page on cross-account gateways also prints `--source-account`, `--target-account` and `--roles`, which `ibmcloud` does not have.");
}

/// The steps in the console, for an owner who has only that. `shown` writes a text of
/// the plan as it is.
fn console(policy: &Policy, shown: fn(&str) -> String) -> [String; 6] {
    let of = |text: &str, none: &str| if text.is_empty() { none.to_owned() } else { shown(text) };
    let source = of(&policy.source_account, "the account of the gateways");
    let target = of(&policy.target_account, "the account that owns the service");
    let service = shown(&service_name(&policy.service));
    let resources = match policy.instance.as_str() {
        "" => "*All instances*".to_owned(),
        instance => format!("*Specific resources*, and as *Service instance* {}", shown(instance)),
    };
    [
        format!("In the IBM Cloud console of account {target} open *Manage > Access (IAM) > Authorizations* and click *Create*."),
        format!("Source account: *Other account*, {source}. Between accounts of different enterprises it is typed in."),
        "Source service: *VPC Infrastructure Services*. Resources: *Specific resources*, with *Resource type* as the attribute and *Virtual Private Endpoint for VPC* as the value.".to_owned(),
        format!("Target service: {service}. Resources: {resources}."),
        format!("Roles: *{ROLE}*. Click *Review*."),
        "Click *Authorize*.".to_owned(),
    ]
}

/// What IBM calls a service of this name, with the name.
fn service_name(name: &str) -> String {
    let of_instances = |s: &&crate::catalog::Service| s.crn_name == name && s.shape == Shape::Instance;
    match SERVICES.iter().find(of_instances) {
        Some(service) => format!("{} ({name})", service.name),
        None => name.to_owned(),
    }
}
