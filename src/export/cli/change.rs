//! Changing an existing gateway in place, in the script and beside its form.

use super::create::{self, Spell};
use super::script::Script;
use crate::catalog::DNS_MODE;
use crate::export::Tool;
use crate::export::shell::word;
use crate::export::words::{self, dns_mode, dns_shared, has};
use crate::model::Aims;
use crate::steps::{Alter, Change, Step};

impl Script<'_> {
    pub(super) fn change(&mut self, step: &Step, s: &Change) {
        self.w.begin(step);
        let (gateway, vpc) = (self.w.vars.id(&s.gateway), self.w.vars.id(&s.vpc));
        let targets = &self.w.heading.targets;
        let show = format!("is endpoint-gateway {gateway} --vpc {vpc}");
        // Before there was a word for the DNS mode, an update had to say the name.
        let old = !has(targets, Tool::Cli, &DNS_MODE);
        let update = |flags: &str, say_name: bool| {
            let name = if old && say_name { " --name \"$(jq -r .name <<<\"$ANSWER\")\"" } else { "" };
            format!("is endpoint-gateway-update {gateway} --vpc {vpc}{name} {flags}")
        };
        let (find, how, by) = match &s.alter {
            Alter::Name(name) => {
                ("find_set", format!("name {}", word(name)), update(&format!("--name {}", word(name)), false))
            }
            Alter::Dns { to, .. } => {
                let (key, value) = match old {
                    true => ("allow_dns_resolution_binding", dns_shared(*to)),
                    false => ("dns_resolution_binding_mode", dns_mode(*to)),
                };
                ("find_set", format!("{key} {value}"), update(&create::dns(*to, targets), true))
            }
            Alter::Attach(group) => {
                let group = self.w.vars.id(group);
                let add = format!("is security-group-target-add {group} {gateway} --vpc {vpc}");
                ("find_attached", group, add)
            }
            Alter::Detach(_) => {
                let remove =
                    format!("is security-group-target-remove \"$PART\" {gateway} --vpc {vpc} --force");
                ("find_without", words::part(&s.alter), remove)
            }
            Alter::Unbind(_) => {
                let unbind = format!("is endpoint-gateway-reserved-ip-unbind {gateway} --vpc {vpc}");
                ("find_without", words::part(&s.alter), format!("{unbind} --rip \"$PART\" --force"))
            }
        };
        self.w.used.extend(["look", find, "or_change", "wait_gateway", "waiting"]);
        self.w.out.line(format!("look {show}"));
        self.w.out.at(s.place.clone(), format!("{find} {how}"));
        self.w.out.at(s.place.clone(), format!("or_change {by}"));
        self.w.out.line(format!("wait_gateway {show}"));
    }
}

/// The command for reading: things by their names.
pub(super) fn command(s: &Change, targets: &Aims) -> String {
    let thing = |thing| Spell::Names.thing(thing);
    let (gateway, vpc) = (thing(&s.gateway), thing(&s.vpc));
    let update = |flags: &str| format!("ibmcloud is endpoint-gateway-update {gateway} --vpc {vpc} {flags}");
    match &s.alter {
        Alter::Name(name) => update(&format!("--name {}", word(name))),
        Alter::Dns { to, .. } if has(targets, Tool::Cli, &DNS_MODE) => update(&create::dns(*to, targets)),
        Alter::Dns { to, .. } => {
            update(&format!("--name {} {}", word(&s.gateway.name), create::dns(*to, targets)))
        }
        Alter::Attach(group) => {
            let group = thing(group);
            format!(
                "ibmcloud is security-group-target-add {group} {gateway} --vpc {vpc} --trt endpoint_gateway"
            )
        }
        Alter::Detach(group) => format!(
            "ibmcloud is security-group-target-remove {} {gateway} --vpc {vpc} --trt endpoint_gateway --force",
            word(group.label())
        ),
        Alter::Unbind(ip) => {
            let by = if ip.id.is_empty() { ("--address", &ip.address) } else { ("--rip", &ip.id) };
            let unbind = format!("ibmcloud is endpoint-gateway-reserved-ip-unbind {gateway} --vpc {vpc}");
            format!("{unbind} {} {} --force", by.0, word(by.1))
        }
    }
}
