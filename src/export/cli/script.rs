//! The whole script of a run.

use super::acls::ACLS;
use super::create::{self, Spell};
use super::functions::functions;
use crate::catalog::dotted;
use crate::export::shell::{Arg, Command, Frame, JQ, Writer, arg, place, word};
use crate::export::text::Text;
use crate::export::words::{direction, protocol};
use crate::export::{Heading, Line, Tool};
use crate::plan::{Field, Object, Place};
use crate::steps::{From, Gateway, Kind, LookUp, Ref, Remote, Rule, Run, Scope, Step, Tags};

/// What the script says of itself.
const ABOUT: [&str; 4] = [
    "Makes sure that everything in the plan exists: `bash create.sh --dry-run` tells what it",
    "would do, `bash create.sh > made.jsonl` does it. Run it again after a failure: what is",
    "there is kept. The lines of made.jsonl, a place in the plan and an ID each, are what",
    "`vpe-planner adopt PLAN made.jsonl` reads, so that the plan knows what was made.",
];

/// How `ibmcloud` is installed (IBM's page on installing the CLI, read 25 Nov 2026).
const IBMCLOUD: &str = "need ibmcloud 'curl -fsSL https://clis.cloud.ibm.com/install/linux | sh'";

/// Writes the script of a run.
pub(in crate::export) fn script(run: &Run, heading: &Heading) -> Vec<Line> {
    let mut script = Script { w: Writer::new(run, heading), default_group: false };
    for step in &run.steps {
        script.step(step);
    }
    let Script { w, default_group } = script;
    let (steps, mut used, count) = w.finish(run);
    used.extend(checks_use(run));
    let mut checks = checks(run, heading);
    if default_group {
        used.extend(["look_up", "default_group"]);
        checks.gap();
        checks.line("look_up 'the default resource group'");
        checks.line("default_group");
        checks.line("RESOURCE_GROUP=$FOUND");
    }
    let frame = Frame {
        tool: Tool::Cli,
        about: &ABOUT,
        resume: "Run the script again to go on: what is there is kept.",
        steps: count,
        stopped: 1,
        settings: settings(),
        functions: &functions(run),
        used,
    };
    frame.write(heading, run, checks, steps)
}

/// Functions that [`checks`] calls.
pub(super) fn checks_use(run: &Run) -> &'static [&'static str] {
    match run.scope {
        Scope::Region { .. } => &["need_plug_in", "target"],
        Scope::Policies => &["logged_in"],
    }
}

/// How scripts make sure of tools, region and account.
pub(super) fn checks(run: &Run, heading: &Heading) -> Text {
    let mut checks = Text::default();
    checks.line(JQ);
    checks.line(IBMCLOUD);
    let account = run.account.iter().map(|a| arg(word(a), run.account_place.clone()));
    let head = match &run.scope {
        Scope::Region { code, place } => {
            let plug_in = heading.targets.plug_in;
            let mut need = format!("need_plug_in {}", dotted(plug_in.from));
            if !plug_in.open() {
                need += &format!(" {}", dotted(plug_in.before));
            }
            checks.at(Object::Plan.at(Field::Cli), need);
            arg(format!("target {}", word(code)), place.clone())
        }
        Scope::Policies => arg("logged_in", None),
    };
    Command { indent: 0, head, args: account.collect(), tail: "" }.write(&mut checks);
    checks
}

/// What scripts set before all else.
pub(super) fn settings() -> Vec<(String, Option<Place>)> {
    vec![("export IBMCLOUD_COLOR=false IBMCLOUD_VERSION_CHECK=false IBMCLOUD_TRACE=false".to_owned(), None)]
}

pub(super) struct Script<'r> {
    pub(super) w: Writer<'r>,
    default_group: bool,
}

impl Script<'_> {
    fn step(&mut self, step: &Step) {
        let at = |field| step.object().at(field);
        match step {
            Step::LookUp(s) => self.look_up(step, s),
            Step::Vpc(s) => {
                self.w.begin(step);
                let name = word(&s.thing.name);
                self.find(step, "is vpcs --all-resource-groups", "find_named", &format!("VPC {name}"));
                let management = if s.auto_prefixes { "auto" } else { "manual" };
                let management = format!("--address-prefix-management {management}");
                let mut args = vec![arg(management, at(Field::PrefixManagement))];
                if s.enable_hub {
                    args.push(arg("--dns-enable-hub true", at(Field::EnableHub)));
                }
                args.push(self.group(s.resource_group.as_ref(), step));
                self.create(step, &format!("is vpc-create {name}"), args);
                self.made(step, &s.thing, Some(("wait_available is vpc", None)));
            }
            Step::Prefix(s) => {
                self.w.begin(step);
                let (vpc, name, cidr) = (self.w.vars.id(&s.vpc), word(&s.name), word(&s.cidr));
                let list = format!("is vpc-address-prefixes {vpc}");
                self.find(step, &list, "find_named", &format!("'address prefix' {name} cidr {cidr}"));
                let args = vec![arg(word(&s.zone), at(Field::Zone)), arg(cidr, at(Field::Cidr))];
                self.create(step, &format!("is vpc-address-prefix-create {name} {vpc}"), args);
                self.found(step);
            }
            Step::Acl(s) => self.acl(step, s),
            Step::AclRule(s) => self.acl_rule(step, s),
            Step::Subnet(s) => {
                self.w.begin(step);
                let (vpc, name, cidr) = (self.w.vars.id(&s.vpc), word(&s.thing.name), word(&s.cidr));
                let list = format!("is subnets --vpc {vpc} --all-resource-groups");
                self.find(step, &list, "find_named", &format!("subnet {name} ipv4_cidr_block {cidr}"));
                let mut args = vec![
                    arg(format!("--ipv4-cidr-block {cidr}"), at(Field::Cidr)),
                    self.group(s.resource_group.as_ref(), step),
                ];
                if let Some(acl) = &s.acl {
                    args.push(arg(format!("--acl {}", self.w.vars.id(acl)), at(Field::NetworkAcl)));
                }
                self.create(step, &format!("is subnet-create {name} {vpc}"), args);
                self.made(step, &s.thing, Some(("wait_available is subnet", Some(&s.vpc))));
            }
            Step::Group(s) => {
                self.w.begin(step);
                let (vpc, name) = (self.w.vars.id(&s.vpc), word(&s.thing.name));
                let list = format!("is security-groups --vpc {vpc} --all-resource-groups");
                self.find(step, &list, "find_named", &format!("'security group' {name}"));
                let args = vec![self.group(s.resource_group.as_ref(), step)];
                self.create(step, &format!("is security-group-create {name} {vpc}"), args);
                self.made(step, &s.thing, None);
            }
            Step::Rule(s) => self.rule(step, s),
            Step::Gateway(s) => self.gateway(step, s),
            Step::ReservedIp(s) => self.reserve(step, s),
            Step::Binding(s) => self.bind(step, s),
            Step::DnsBinding(s) => self.dns_binding(step, s),
            Step::Resolver(s) => self.resolver(step, s),
            Step::ResourceBinding(s) => self.resource_binding(step, s),
            Step::Tags(s) => self.tags(step, s),
            Step::Policy(s) => self.policy(step, s),
            Step::Change(s) => self.change(step, s),
            Step::Adopt(_) => {}
        }
    }

    /// Lists, and picks from the list.
    pub(super) fn find(&mut self, step: &Step, list: &str, by: &'static str, what: &str) {
        self.w.used.extend(["list", by]);
        self.w.out.line(format!("list {list}"));
        self.w.out.at(step.object().at(Field::Name), format!("{by} {what}"));
    }

    /// Creates what was not found.
    pub(super) fn create(&mut self, step: &Step, head: &str, args: Vec<Arg>) {
        self.w.used.push("or_create");
        let head = arg(format!("or_create {head}"), step.object().at(Field::Name));
        Command { indent: 0, head, args, tail: "" }.write(&mut self.w.out);
    }

    /// Tells what was found or created.
    pub(super) fn found(&mut self, step: &Step) {
        self.w.used.push("made");
        self.w.out.line(format!("made {} \"$FOUND\"", word(&place(step))));
    }

    /// The same for what others refer to, once it is ready: as a command shows it,
    /// which may want its VPC.
    pub(super) fn made(&mut self, step: &Step, thing: &Ref, wait: Option<(&'static str, Option<&Ref>)>) {
        self.w.keep(thing);
        let id = self.w.vars.id(thing);
        if let Some((wait, vpc)) = wait {
            let vpc = vpc.map(|vpc| format!(" --vpc {}", self.w.vars.id(vpc))).unwrap_or_default();
            self.w.used.push(wait.split(' ').next().unwrap_or(wait));
            self.w.out.line(format!("{wait} {id}{vpc}"));
        }
        self.w.used.push("made");
        self.w.out.line(format!("made {} {id}", word(&place(step))));
    }

    /// The flag for a resource group, or for the account's default.
    pub(super) fn group(&mut self, group: Option<&Ref>, step: &Step) -> Arg {
        let id = if let Some(group) = group {
            self.w.vars.id(group)
        } else {
            self.default_group = true;
            "\"$RESOURCE_GROUP\"".to_owned()
        };
        arg(format!("--resource-group-id {id}"), step.object().at(Field::ResourceGroup))
    }

    fn look_up(&mut self, step: &Step, s: &LookUp) {
        let kind = s.thing.kind.name();
        if let Some(id) = s.id() {
            // What is referred to by its id need not be looked up, but for a resource group:
            // a wrong one is told by the account alone.
            if s.thing.kind == Kind::ResourceGroup {
                self.w.begin_look_up(step);
                self.w.used.extend(["list", "need_listed"]);
                self.w.list_for_look_up("list resource groups".to_owned());
                self.w.out.at(s.place.clone(), format!("need_listed '{kind}' {}", word(id)));
            }
            return;
        }
        self.w.begin_look_up(step);
        let within = s.within.as_ref().map(|w| self.w.vars.id(w)).unwrap_or_default();
        let list = match s.thing.kind {
            Kind::ResourceGroup => "resource groups".to_owned(),
            Kind::Vpc => "is vpcs --all-resource-groups".to_owned(),
            Kind::Acl => ACLS.to_owned(),
            Kind::AclRule => format!("is network-acl-rules {within}"),
            Kind::Subnet => format!("is subnets --vpc {within} --all-resource-groups"),
            Kind::Group => format!("is security-groups --vpc {within} --all-resource-groups"),
            Kind::ReservedIp => format!("is subnet-reserved-ips {within}"),
            Kind::Gateway => format!("is endpoint-gateways --vpc {within} --all-resource-groups"),
        };
        self.w.used.push("list");
        self.w.list_for_look_up(format!("list {list}"));
        self.w.need(s);
        self.w.keep(&s.thing);
        // What is taken over later may be imported with the id of what it is in. A
        // reserved IP is told with the gateway that gets it.
        if !matches!(s.thing.kind, Kind::ResourceGroup | Kind::ReservedIp) {
            self.found(step);
        }
    }

    fn rule(&mut self, step: &Step, s: &Rule) {
        let at = |field| step.object().at(field);
        self.w.begin(step);
        let (group, vpc) = (self.w.vars.id(&s.group), self.w.vars.id(&s.vpc));
        let (way, traffic) =
            (direction(s.direction), protocol(s.protocol, &self.w.heading.targets, Tool::Cli));
        let (remote, remote_field) = match &s.remote {
            Remote::Address(text) | Remote::Block(text) => (word(text), Field::Remote),
            Remote::Group(group) => (self.w.vars.id(group), Field::RemoteGroup),
        };
        let mut args =
            vec![arg(format!("--vpc {vpc}"), None), arg(format!("--remote {remote}"), at(remote_field))];
        let mut ports = String::new();
        if let Some((min, max)) = &s.ports {
            ports = format!(" {} {}", word(min), word(max));
            args.push(arg(format!("--port-min {}", word(min)), at(Field::PortMin)));
            args.push(arg(format!("--port-max {}", word(max)), at(Field::PortMax)));
        }
        if !s.name.is_empty() {
            args.push(arg(format!("--name {}", word(&s.name)), at(Field::Name)));
        }
        let list = format!("is security-group-rules {group} --vpc {vpc}");
        self.find(step, &list, "find_rule", &format!("{} {way} {traffic} {remote}{ports}", word(&s.name)));
        self.create(step, &format!("is security-group-rule-add {group} {way} {traffic}"), args);
        self.found(step);
    }

    fn gateway(&mut self, step: &Step, s: &Gateway) {
        self.w.begin(step);
        let vpc = self.w.vars.id(&s.vpc);
        let list = format!("is endpoint-gateways --vpc {vpc} --all-resource-groups");
        self.find(step, &list, "find_gateway", &format!("{} {}", word(&s.thing.name), word(&s.target)));
        let mut args = create::flags(s, Spell::Ids(&self.w.vars), &self.w.heading.targets);
        args.push(self.group(s.resource_group.as_ref(), step));
        if s.new_ips().next().is_some() {
            self.new_ips(s);
            args.push(arg("\"${IPS[@]}\"", None));
        }
        self.create(step, "is endpoint-gateway-create", args);
        self.w.used.push("waiting");
        self.made(step, &s.thing, Some(("wait_gateway is endpoint-gateway", Some(&s.vpc))));
    }

    /// Gathers the flags for the addresses that come with a new gateway.
    fn new_ips(&mut self, s: &Gateway) {
        self.w.used.push("new_ip");
        self.w.out.line("IPS=()");
        for address in &s.addresses {
            let From::New { name, address: given, auto_delete } = &address.from else { continue };
            let line = format!("new_ip {} {} {auto_delete}", self.w.vars.id(&address.subnet), word(name));
            let (given, field) = match given {
                Some(given) => (format!(" {}", word(given)), Field::Address),
                None => (String::new(), Field::Zone),
            };
            self.w.out.at(address.object.clone().at(field), line + &given);
        }
        let apart = s.new_ips().map(|(a, name)| format!("{} {}", self.w.vars.id(&a.subnet), word(name)));
        let apart = apart.collect();
        self.w.call_with("addresses_apart", apart);
    }

    fn tags(&mut self, step: &Step, s: &Tags) {
        self.w.begin(step);
        self.w.used.extend(["find_crn", "attach_tags"]);
        let (gateway, vpc) = (self.w.vars.id(&s.gateway), self.w.vars.id(&s.vpc));
        self.w.out.line(format!("find_crn is endpoint-gateway {gateway} --vpc {vpc}"));
        let line = format!("attach_tags {} {}", s.kind.word(), word(&s.tags.join(",")));
        self.w.out.at(step.object().at(s.kind.field()), line);
    }
}
