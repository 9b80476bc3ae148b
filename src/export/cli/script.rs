//! The whole script of a run.

use super::create::{self, Spell};
use crate::export::shell::{Arg, Command, Function, Vars, arg, function, functions, word};
use crate::export::text::Text;
use crate::export::words::{direction, protocol};
use crate::export::{Heading, Line, Tool};
use crate::plan::{Field, Object};
use crate::steps::{ForGateway, From, Gateway, Kind, LookUp, Ref, Remote, Rule, Run, Step, Tags};

const FUNCTIONS: [Function; 7] = [
    function!("ic", ["stop"]),
    function!("ic_text", ["stop"]),
    function!("default_group", ["ic", "stop"]),
    function!("wait_available", ["ic", "stop"]),
    function!("wait_gateway", ["ic", "gateway_state", "stop", "say"]),
    function!("bind_ip", ["ic", "stop", "new_id"]),
    function!("make_ip", ["ic", "stop", "new_id", "bind_ip"]),
];

/// Writes the script of a run.
pub(in crate::export) fn script(run: &Run, heading: &Heading) -> Vec<Line> {
    let mut script = Script {
        vars: Vars::of(run),
        heading,
        body: Text::default(),
        used: vec!["stop", "say", "ic"],
        number: 0,
        default_group: false,
    };
    for step in &run.steps {
        script.step(step);
    }
    let mut out = Text::default();
    out.line("#!/usr/bin/env bash");
    heading.write(&mut out, Tool::Cli, run);
    out.comment("Run it again after a failure: what is there already is found and kept.");
    out.gap();
    out.line("set -euo pipefail");
    out.line("export IBMCLOUD_COLOR=false IBMCLOUD_VERSION_CHECK=false IBMCLOUD_TRACE=false");
    out.line("POLL_SECONDS=${POLL_SECONDS:-5} # between two looks at what is not ready yet");
    out.line("POLL_LIMIT=${POLL_LIMIT:-360}   # looks before giving up");
    functions(&mut out, &FUNCTIONS, &script.used);
    target(&mut out, run);
    if script.default_group {
        out.gap();
        out.comment("The account's default resource group, for what names none");
        out.line("RESOURCE_GROUP=$(default_group)");
    }
    out.gap();
    out.append(script.body);
    out.gap();
    out.line("say 'Done.'");
    out.finish()
}

/// Selects the region and compares the account.
fn target(out: &mut Text, run: &Run) {
    let region = word(&run.region);
    out.gap();
    out.comment("The region, and the account that is logged in");
    out.at(run.region_place.clone(), format!("ibmcloud target -r {region} >&2"));
    out.line("logged_in=$(ic target)");
    out.line("region=$(jq -r '.region.name // empty' <<<\"$logged_in\")");
    out.at(
        run.region_place.clone(),
        format!("[[ $region == {region} ]] || stop \"the region is $region, not the plan's\""),
    );
    if let Some(account) = &run.account {
        out.line("account=$(jq -r '.account.guid // empty' <<<\"$logged_in\")");
        out.at(
            Object::Plan.at(Field::Account),
            format!("[[ $account == {account} ]] || stop \"logged in to account $account, not {account}\""),
        );
    }
}

/// How a script sees whether something is there: a command that lists, and a
/// function that picks, with its arguments.
struct Find {
    list: String,
    by: &'static str,
    args: String,
}

struct Script<'r> {
    vars: Vars<'r>,
    heading: &'r Heading,
    body: Text,
    used: Vec<&'static str>,
    number: usize,
    default_group: bool,
}

impl Script<'_> {
    fn step(&mut self, step: &Step) {
        match step {
            Step::LookUp(s) => self.look_up(s),
            Step::Vpc(s) => {
                self.title(step, &format!("VPC {}", s.thing.name));
                let management = if s.auto_prefixes { "auto" } else { "manual" };
                let args = vec![
                    arg(
                        format!("--address-prefix-management {management}"),
                        step.object().at(Field::PrefixManagement),
                    ),
                    self.group_flag(s.resource_group.as_ref(), step),
                ];
                let name = word(&s.thing.name);
                let list = "ic is vpcs --all-resource-groups".to_owned();
                let find = Find { list, by: "find_id", args: format!("VPC {name}") };
                self.make(step, Some(&s.thing), find, &format!("ic is vpc-create {name}"), args);
                self.used.push("wait_available");
                let id = self.vars.id(&s.thing);
                self.body.line(format!("wait_available is vpc {id}"));
            }
            Step::Prefix(s) => {
                self.title(step, &format!("Address prefix {}", s.name));
                let (vpc, name, cidr) = (self.vars.id(&s.vpc), word(&s.name), word(&s.cidr));
                let list = format!("ic is vpc-address-prefixes {vpc}");
                let find = Find { list, by: "find_id", args: format!("'address prefix' {name} cidr {cidr}") };
                let args = vec![
                    arg(word(&s.zone), step.object().at(Field::Zone)),
                    arg(cidr, step.object().at(Field::Cidr)),
                ];
                let create = format!("ic is vpc-address-prefix-create {name} {vpc}");
                self.make(step, None, find, &create, args);
            }
            Step::Subnet(s) => {
                self.title(step, &format!("Subnet {} in {}", s.thing.name, s.zone));
                let (vpc, name, cidr) = (self.vars.id(&s.vpc), word(&s.thing.name), word(&s.cidr));
                let list = format!("ic is subnets --vpc {vpc} --all-resource-groups");
                let what = format!("subnet {name} ipv4_cidr_block {cidr}");
                let find = Find { list, by: "find_id", args: what };
                let args = vec![
                    arg(format!("--ipv4-cidr-block {cidr}"), step.object().at(Field::Cidr)),
                    self.group_flag(s.resource_group.as_ref(), step),
                ];
                self.make(step, Some(&s.thing), find, &format!("ic is subnet-create {name} {vpc}"), args);
                self.used.push("wait_available");
                let id = self.vars.id(&s.thing);
                self.body.line(format!("wait_available is subnet {id} --vpc {vpc}"));
            }
            Step::Group(s) => {
                self.title(step, &format!("Security group {}", s.thing.name));
                let (vpc, name) = (self.vars.id(&s.vpc), word(&s.thing.name));
                let list = format!("ic is security-groups --vpc {vpc} --all-resource-groups");
                let find = Find { list, by: "find_id", args: format!("'security group' {name}") };
                let args = vec![self.group_flag(s.resource_group.as_ref(), step)];
                let create = format!("ic is security-group-create {name} {vpc}");
                self.make(step, Some(&s.thing), find, &create, args);
            }
            Step::Rule(s) => self.rule(step, s),
            Step::Gateway(s) => self.gateway(step, s),
            Step::ReservedIp(s) => self.reserve(step, s),
            Step::Binding(s) => self.bind(step, s),
            Step::Tags(s) => self.tags(step, s),
            Step::Adopt(_) => {}
        }
    }

    /// A numbered comment, with the open errors about the step.
    fn title(&mut self, step: &Step, title: &str) {
        self.number += 1;
        self.body.gap();
        self.body.comment(format!("{}. {title}", self.number));
        self.heading.mark(&mut self.body, &step.object());
    }

    /// Looks for something and makes it where it is not there.
    fn make(&mut self, step: &Step, thing: Option<&Ref>, find: Find, create: &str, args: Vec<Arg>) {
        let var = thing.map_or("FOUND", |t| self.vars.name(t)).to_owned();
        let place = step.object().at(Field::Name);
        let Find { list, by, args: what } = find;
        self.used.extend([by, "new_id"]);
        self.body.line(format!("{var}=$({list} |"));
        self.body.at(place.clone(), format!("  {by} {what})"));
        self.body.line(format!("if [[ -z ${var} ]]; then"));
        Command { indent: 2, head: arg(format!("{var}=$({create}"), place), args, tail: " | new_id)" }
            .write(&mut self.body);
        self.body.line("fi");
    }

    fn group_flag(&mut self, group: Option<&Ref>, step: &Step) -> Arg {
        let id = if let Some(group) = group {
            self.vars.id(group)
        } else {
            self.default_group = true;
            self.used.push("default_group");
            "\"$RESOURCE_GROUP\"".to_owned()
        };
        arg(format!("--resource-group-id {id}"), step.object().at(Field::ResourceGroup))
    }

    fn look_up(&mut self, s: &LookUp) {
        let var = self.vars.name(&s.thing).to_owned();
        self.body.gap();
        self.body.comment(format!("The existing {} {}", s.thing.kind.name(), s.thing.label()));
        self.heading.mark(&mut self.body, &s.place.object);
        if let Some(id) = s.id() {
            self.body.at(s.place.clone(), format!("{var}={}", word(id)));
            return;
        }
        let within = s.within.as_ref().map(|w| self.vars.id(w)).unwrap_or_default();
        let list = match s.thing.kind {
            Kind::ResourceGroup => "ic resource groups".to_owned(),
            Kind::Vpc => "ic is vpcs --all-resource-groups".to_owned(),
            Kind::Subnet => format!("ic is subnets --vpc {within} --all-resource-groups"),
            Kind::Group => format!("ic is security-groups --vpc {within} --all-resource-groups"),
            Kind::ReservedIp => format!("ic is subnet-reserved-ips {within}"),
            Kind::Gateway => format!("ic is endpoint-gateways --vpc {within} --all-resource-groups"),
        };
        self.used.push("need_id");
        self.body.line(format!("{var}=$({list} |"));
        let find = format!("  need_id {} {})", word(s.thing.kind.name()), word(&s.thing.name));
        self.body.at(s.place.clone(), find);
    }

    fn rule(&mut self, step: &Step, s: &Rule) {
        let at = |field| step.object().at(field);
        let called = if s.name.is_empty() { "without a name" } else { &s.name };
        self.title(step, &format!("Rule {called} of {}", s.group.label()));
        let (group, vpc) = (self.vars.id(&s.group), self.vars.id(&s.vpc));
        let (way, traffic) = (direction(s.direction), protocol(s.protocol));
        let (remote, remote_field) = match &s.remote {
            Remote::Address(text) | Remote::Block(text) => (word(text), Field::Remote),
            Remote::Group(group) => (self.vars.id(group), Field::RemoteGroup),
        };
        let mut args =
            vec![arg(format!("--vpc {vpc}"), None), arg(format!("--remote {remote}"), at(remote_field))];
        let mut ports = String::new();
        if let Some((min, max)) = &s.ports {
            ports = format!(" {} {}", word(min), word(max));
            args.push(arg(format!("--port-min {}", word(min)), at(Field::PortMin)));
            args.push(arg(format!("--port-max {}", word(max)), at(Field::PortMax)));
        }
        let list = format!("ic is security-group-rules {group} --vpc {vpc}");
        let same = format!("{} {way} {traffic} {remote}{ports}", word(&s.name));
        let find = Find { list, by: "find_rule", args: same };
        if !s.name.is_empty() {
            args.push(arg(format!("--name {}", word(&s.name)), at(Field::Name)));
        }
        let create = format!("ic is security-group-rule-add {group} {way} {traffic}");
        self.make(step, None, find, &create, args);
    }

    fn gateway(&mut self, step: &Step, s: &Gateway) {
        self.title(step, &format!("Gateway {}{}", s.thing.name, create::along(s)));
        for address in &s.addresses {
            self.heading.mark(&mut self.body, &address.object);
        }
        let var = self.vars.name(&s.thing).to_owned();
        let vpc = self.vars.id(&s.vpc);
        self.used.extend(["find_gateway", "new_id", "wait_gateway"]);
        self.body.line(format!("{var}=$(ic is endpoint-gateways --vpc {vpc} --all-resource-groups |"));
        let find = format!("  find_gateway {} {})", word(&s.thing.name), word(&s.target));
        self.body.at(step.object().at(Field::Name), find);
        self.body.line(format!("if [[ -z ${var} ]]; then"));
        let mut args = create::flags(s, Spell::Ids(&self.vars));
        args.push(self.group_flag(s.resource_group.as_ref(), step));
        let head = arg(format!("{var}=$(ic is endpoint-gateway-create"), None);
        Command { indent: 2, head, args, tail: " | new_id)" }.write(&mut self.body);
        self.body.line("fi");
        self.body.line(format!("wait_gateway \"${var}\" {vpc}"));
    }

    fn reserve(&mut self, step: &Step, s: &ForGateway) {
        let From::New { name, address, auto_delete } = &s.address.from else { return };
        self.title(step, &format!("Address of {} in {}", s.gateway.label(), s.address.slot));
        let at = |field| step.object().at(field);
        let (gateway, vpc) = (self.vars.id(&s.gateway), self.vars.id(&s.vpc));
        let head = arg(format!("make_ip {gateway} {vpc}"), None);
        let mut args = vec![
            arg(self.vars.id(&s.address.subnet), at(Field::Subnet)),
            arg(format!("{} {auto_delete}", word(name)), at(Field::Zone)),
        ];
        if let Some(address) = address {
            args.push(arg(word(address), at(Field::Address)));
        }
        self.used.push("make_ip");
        Command { indent: 0, head, args, tail: "" }.write(&mut self.body);
    }

    /// A new address is bound where it is reserved; one that exists, here.
    fn bind(&mut self, step: &Step, s: &ForGateway) {
        let Some(ip) = s.address.existing() else { return };
        self.title(step, &format!("Existing reserved IP {} of {}", ip.label(), s.gateway.label()));
        let (gateway, vpc) = (self.vars.id(&s.gateway), self.vars.id(&s.vpc));
        let (subnet, ip) = (self.vars.id(&s.address.subnet), self.vars.id(ip));
        self.used.push("bind_ip");
        self.body.at(step.object().at(Field::ReservedIp), format!("bind_ip {gateway} {vpc} {subnet} {ip}"));
    }

    fn tags(&mut self, step: &Step, s: &Tags) {
        let kind = s.kind.word();
        self.title(step, &format!("The {kind} tags of {}", s.gateway.label()));
        self.used.push("ic_text");
        let (gateway, vpc) = (self.vars.id(&s.gateway), self.vars.id(&s.vpc));
        self.body.line(format!("CRN=$(ic is endpoint-gateway {gateway} --vpc {vpc} | jq -er .crn)"));
        let args = vec![
            arg(format!("--tag-type {kind}"), None),
            arg(format!("--tag-names {}", word(&s.tags.join(","))), step.object().at(s.kind.field())),
            arg("--resource-id \"$CRN\"", None),
        ];
        Command { indent: 0, head: arg("ic_text resource tag-attach", None), args, tail: "" }
            .write(&mut self.body);
    }
}
