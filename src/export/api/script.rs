//! The whole script of a run.

use super::body::{self, Json};
use super::url;
use crate::export::shell::{Arg, Command, Function, Vars, arg, function, functions, word};
use crate::export::text::Text;
use crate::export::words::{direction, protocol};
use crate::export::{Heading, Line, Tool};
use crate::plan::{Field, Object, Place};
use crate::steps::{ForGateway, From, Gateway, Kind, LookUp, Ref, Remote, Rule, Run, Step, Tags};

const FUNCTIONS: [Function; 11] = [
    function!("log_in", ["stop"]),
    function!("call", ["stop"]),
    function!("vpc", ["call"]),
    function!("post", ["vpc"]),
    function!("list", ["vpc"]),
    function!("uri", []),
    function!("wait_available", ["vpc", "stop"]),
    function!("wait_gateway", ["vpc", "gateway_state", "uri", "stop", "say"]),
    function!("bind_ip", ["vpc", "uri", "stop", "new_id"]),
    function!("make_ip", ["list", "post", "uri", "stop", "new_id", "bind_ip"]),
    function!("attach_tags", ["call", "stop"]),
];

/// Writes the script of a run.
pub(in crate::export) fn script(run: &Run, heading: &Heading) -> Vec<Line> {
    let mut script = Script {
        vars: Vars::of(run),
        heading,
        body: Text::default(),
        used: vec!["stop", "say", "log_in", "call"],
        number: 0,
    };
    for step in &run.steps {
        script.step(step);
    }
    let mut out = Text::default();
    out.line("#!/usr/bin/env bash");
    heading.write(&mut out, Tool::Api, run);
    out.comment("Run it again after a failure: what is there already is found and kept.");
    out.gap();
    out.line("set -euo pipefail");
    out.line("POLL_SECONDS=${POLL_SECONDS:-5} # between two looks at what is not ready yet");
    out.line("POLL_LIMIT=${POLL_LIMIT:-360}   # looks before giving up");
    out.gap();
    out.comment("Hosts: the public ones, unless the environment names others");
    hosts(&mut out, run, heading);
    functions(&mut out, &FUNCTIONS, &script.used);
    out.gap();
    out.line("log_in");
    if let Some(account) = &run.account {
        out.gap();
        out.comment("The account that the token is for");
        out.line("account=$(call GET \"$RESOURCE_API/v2/resource_groups?default=true\" |");
        out.line("  jq -r '.resources[0].account_id // empty')");
        out.at(
            Object::Plan.at(Field::Account),
            format!(
                "[[ $account == {account} ]] || stop \"the token is for account $account, not {account}\""
            ),
        );
    }
    out.gap();
    out.append(script.body);
    out.gap();
    out.line("say 'Done.'");
    out.finish()
}

fn hosts(out: &mut Text, run: &Run, heading: &Heading) {
    out.line("IAM_API=${IBMCLOUD_IAM_API_ENDPOINT:-https://iam.cloud.ibm.com}");
    let is_code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let vpc = if !run.region.is_empty() && run.region.chars().all(is_code) {
        format!("VPC_API=${{IBMCLOUD_IS_NG_API_ENDPOINT:-https://{}.iaas.cloud.ibm.com/v1}}", run.region)
    } else {
        // Any other text could make a host of its own, which would get the token.
        "VPC_API=${IBMCLOUD_IS_NG_API_ENDPOINT:?the region of the plan is not the code of one}".to_owned()
    };
    out.at(run.region_place.clone(), vpc);
    let by_name =
        |s: &Step| matches!(s, Step::LookUp(s) if s.thing.kind == Kind::ResourceGroup && s.id().is_none());
    if run.account.is_some() || run.steps.iter().any(by_name) {
        let host = "https://resource-controller.cloud.ibm.com";
        out.line(format!("RESOURCE_API=${{IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT:-{host}}}"));
    }
    if run.steps.iter().any(|s| matches!(s, Step::Tags(_))) {
        let host = "https://tags.global-search-tagging.cloud.ibm.com";
        out.line(format!("TAGS_API=${{IBMCLOUD_GT_API_ENDPOINT:-{host}}}"));
    }
    out.at(Object::Plan.at(Field::Api), format!("API_VERSION={}", url::part(&heading.targets.api)));
}

struct Script<'r> {
    vars: Vars<'r>,
    heading: &'r Heading,
    body: Text,
    used: Vec<&'static str>,
    number: usize,
}

/// How a script sees whether something is there: a command that lists, and a
/// function that picks, with its arguments.
struct Find {
    list: String,
    by: &'static str,
    args: String,
}

impl Script<'_> {
    fn step(&mut self, step: &Step) {
        let object = step.object();
        match step {
            Step::LookUp(s) => self.look_up(s),
            Step::Vpc(s) => {
                self.title(step, &format!("VPC {}", s.thing.name));
                let more = body::vpc_entries(&object, s.auto_prefixes);
                let body = body::named(&object, &s.thing.name, None, s.resource_group.as_ref(), more);
                let list = "list /vpcs vpcs".to_owned();
                let find = Find { list, by: "find_id", args: format!("VPC {}", word(&s.thing.name)) };
                self.make(Some(&s.thing), find, &body, "/vpcs", object.at(Field::Name));
                self.available("vpcs", &s.thing);
            }
            Step::Prefix(s) => {
                self.title(step, &format!("Address prefix {}", s.name));
                let path = format!("\"/vpcs/{}/address_prefixes\"", self.in_path(&s.vpc));
                let body = body::prefix(&object, &s.name, &s.zone, &s.cidr);
                let args = format!("'address prefix' {} cidr {}", word(&s.name), word(&s.cidr));
                let find = Find { list: format!("list {path} address_prefixes"), by: "find_id", args };
                self.make(None, find, &body, &path, object.at(Field::Name));
            }
            Step::Subnet(s) => {
                self.title(step, &format!("Subnet {} in {}", s.thing.name, s.zone));
                let more = body::subnet_entries(&object, &s.cidr);
                let body = body::named(&object, &s.thing.name, Some(&s.vpc), s.resource_group.as_ref(), more);
                let args = format!("subnet {} ipv4_cidr_block {}", word(&s.thing.name), word(&s.cidr));
                let find = Find { list: self.list("subnets", &s.vpc), by: "find_id", args };
                self.make(Some(&s.thing), find, &body, "/subnets", object.at(Field::Name));
                self.available("subnets", &s.thing);
            }
            Step::Group(s) => {
                self.title(step, &format!("Security group {}", s.thing.name));
                let body =
                    body::named(&object, &s.thing.name, Some(&s.vpc), s.resource_group.as_ref(), Vec::new());
                let args = format!("'security group' {}", word(&s.thing.name));
                let find = Find { list: self.list("security_groups", &s.vpc), by: "find_id", args };
                self.make(Some(&s.thing), find, &body, "/security_groups", object.at(Field::Name));
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

    /// The id of a thing as part of a path or query.
    fn in_path(&mut self, thing: &Ref) -> String {
        self.used.push("uri");
        format!("$(uri {})", self.vars.id(thing))
    }

    /// The command that lists what a VPC has.
    fn list(&mut self, collection: &str, vpc: &Ref) -> String {
        let vpc = self.in_path(vpc);
        format!("list \"/{collection}?vpc.id={vpc}\" {collection}")
    }

    fn available(&mut self, collection: &str, thing: &Ref) {
        self.used.push("wait_available");
        let id = self.in_path(thing);
        self.body.line(format!("wait_available \"/{collection}/{id}\""));
    }

    /// Looks for something and makes it where it is not there.
    fn make(&mut self, thing: Option<&Ref>, find: Find, body: &Json, path: &str, place: Place) {
        let var = thing.map_or("FOUND", |t| self.vars.name(t)).to_owned();
        let Find { list, by, args: what } = find;
        self.used.extend([by, "new_id", "list", "post"]);
        self.body.line(format!("{var}=$({list} |"));
        self.body.at(place, format!("  {by} {what})"));
        self.body.line(format!("if [[ -z ${var} ]]; then"));
        let args = body::filter(body, &self.vars);
        Command { indent: 2, head: arg(format!("{var}=$(jq -n"), None), args, tail: " |" }
            .write(&mut self.body);
        self.body.line(format!("    post {path} | new_id)"));
        self.body.line("fi");
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
        let within = s.within.as_ref().map(|w| self.in_path(w)).unwrap_or_default();
        let name = word(&s.thing.name);
        let list = match s.thing.kind {
            Kind::ResourceGroup => {
                self.used.push("uri");
                format!("call GET \"$RESOURCE_API/v2/resource_groups?name=$(uri {name})\" | jq -c .resources")
            }
            Kind::Vpc => "list /vpcs vpcs".to_owned(),
            Kind::Subnet => format!("list \"/subnets?vpc.id={within}\" subnets"),
            Kind::Group => format!("list \"/security_groups?vpc.id={within}\" security_groups"),
            Kind::ReservedIp => format!("list \"/subnets/{within}/reserved_ips\" reserved_ips"),
            Kind::Gateway => format!("list \"/endpoint_gateways?vpc.id={within}\" endpoint_gateways"),
        };
        self.used.extend(["need_id", "list"]);
        self.body.line(format!("{var}=$({list} |"));
        let find = format!("  need_id {} {name})", word(s.thing.kind.name()));
        self.body.at(s.place.clone(), find);
    }

    fn rule(&mut self, step: &Step, s: &Rule) {
        let called = if s.name.is_empty() { "without a name" } else { &s.name };
        self.title(step, &format!("Rule {called} of {}", s.group.label()));
        let path = format!("\"/security_groups/{}/rules\"", self.in_path(&s.group));
        let list = format!("list {path} rules");
        let remote = match &s.remote {
            Remote::Address(text) | Remote::Block(text) => word(text),
            Remote::Group(group) => self.vars.id(group),
        };
        let ports = s.ports.as_ref().map(|(min, max)| format!(" {} {}", word(min), word(max)));
        let (way, traffic) = (direction(s.direction), protocol(s.protocol));
        let same = format!("{} {way} {traffic} {remote}{}", word(&s.name), ports.unwrap_or_default());
        let find = Find { list, by: "find_rule", args: same };
        let body = body::rule(&step.object(), s);
        self.make(None, find, &body, &path, step.object().at(Field::Name));
    }

    fn gateway(&mut self, step: &Step, s: &Gateway) {
        let along = if s.addresses.is_empty() { "" } else { " with its addresses" };
        self.title(step, &format!("Gateway {}{along}", s.thing.name));
        for address in &s.addresses {
            self.heading.mark(&mut self.body, &address.object);
        }
        self.used.push("wait_gateway");
        let args = format!("{} {}", word(&s.thing.name), word(&s.target));
        let find = Find { list: self.list("endpoint_gateways", &s.vpc), by: "find_gateway", args };
        let body = body::gateway(&step.object(), s);
        self.make(Some(&s.thing), find, &body, "/endpoint_gateways", step.object().at(Field::Name));
        let id = self.vars.id(&s.thing);
        self.body.line(format!("wait_gateway {id}"));
    }

    fn reserve(&mut self, step: &Step, s: &ForGateway) {
        let From::New { name, address, auto_delete } = &s.address.from else { return };
        self.title(step, &format!("Address of {} in {}", s.gateway.label(), s.address.slot));
        let at = |field| step.object().at(field);
        let head = arg(format!("make_ip {}", self.vars.id(&s.gateway)), None);
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
        let (gateway, subnet, ip) =
            (self.vars.id(&s.gateway), self.vars.id(&s.address.subnet), self.vars.id(ip));
        self.used.push("bind_ip");
        self.body.at(step.object().at(Field::ReservedIp), format!("bind_ip {gateway} {subnet} {ip}"));
    }

    fn tags(&mut self, step: &Step, s: &Tags) {
        let kind = s.kind.word();
        self.title(step, &format!("The {kind} tags of {}", s.gateway.label()));
        self.used.extend(["vpc", "attach_tags"]);
        let gateway = self.in_path(&s.gateway);
        self.body.line(format!("CRN=$(vpc GET \"/endpoint_gateways/{gateway}\" | jq -er .crn)"));
        let mut args = vec![arg("--arg crn \"$CRN\"", None)];
        args.extend(tag_args(s, &step.object().at(s.kind.field())));
        Command { indent: 0, head: arg("jq -n", None), args, tail: " |" }.write(&mut self.body);
        self.body.line(format!("  attach_tags {kind}"));
    }
}

fn tag_args(s: &Tags, place: &Place) -> Vec<Arg> {
    let tag = |(i, tag): (usize, &String)| arg(format!("--arg tag_{} {}", i + 1, word(tag)), place.clone());
    let mut args: Vec<Arg> = s.tags.iter().enumerate().map(tag).collect();
    let names: Vec<_> = (1..=s.tags.len()).map(|i| format!("$tag_{i}")).collect();
    args.push(arg(
        format!("'{{resources: [{{resource_id: $crn}}], tag_names: [{}]}}'", names.join(", ")),
        None,
    ));
    args
}
