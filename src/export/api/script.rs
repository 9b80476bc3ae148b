//! The whole script of a run, and the bodies of its requests.

use super::body::{self, Json};
use super::functions::functions;
use super::hosts::{checks, hosts};
use super::url;
use crate::export::shell::{self, Frame, Writer, place, word};
use crate::export::text::Text;
use crate::export::words::{direction, protocol};
use crate::export::{Heading, Line, Tool};
use crate::plan::Field;
use crate::steps::{ForGateway, From, Gateway, Kind, Known, LookUp, Ref, Remote, Rule, Run, Step, Tags};

/// What the script says of itself.
const ABOUT: [&str; 5] = [
    "Makes sure that everything in the plan exists: `bash create.sh --dry-run` tells what it",
    "would do, `bash create.sh > made.jsonl` does it. Run it again after a failure: what is",
    "there is kept. The lines of made.jsonl, a place in the plan and an ID each, are what",
    "`vpe-planner adopt PLAN made.jsonl` reads, so that the plan knows what was made. The",
    "bodies of the requests are in bodies/, as JSON in which IDs not known yet are variables.",
];

/// Where the bodies of requests are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bodies {
    /// In files beside the script.
    Files,
    /// In the script.
    Here,
}

/// A script, and the bodies beside it by file name.
pub(super) struct Written {
    /// The lines of the script.
    pub(super) script: Vec<Line>,
    /// The bodies.
    pub(super) bodies: Vec<(String, Vec<Line>)>,
}

/// Writes the script of a run.
pub(super) fn script(run: &Run, heading: &Heading, bodies: Bodies) -> Written {
    let mut script = Script { w: Writer::new(run, heading), bodies, files: Vec::new() };
    for step in &run.steps {
        script.step(step);
    }
    let Script { w, files, .. } = script;
    let (steps, mut used, count) = w.finish(run);
    let checks = checks(run, &mut used);
    let mut settings = hosts(run, heading, &used);
    if used.contains(&"body") {
        settings.push((
            "BODIES=$(CDPATH='' cd -- \"$(dirname -- \"${BASH_SOURCE[0]}\")\" && pwd)/bodies".to_owned(),
            None,
        ));
    }
    let resume = "Run the script again to go on: what is there is kept.";
    let frame = Frame {
        tool: Tool::Api,
        about: if bodies == Bodies::Files { &ABOUT } else { &ABOUT[..4] },
        resume,
        steps: count,
        stopped: 1,
        settings,
        functions: &functions(run),
        used,
    };
    Written { script: frame.write(heading, run, checks, steps), bodies: files }
}

pub(super) struct Script<'r> {
    pub(super) w: Writer<'r>,
    bodies: Bodies,
    files: Vec<(String, Vec<Line>)>,
}

impl Script<'_> {
    fn step(&mut self, step: &Step) {
        let object = step.object();
        match step {
            Step::LookUp(s) => self.look_up(step, s),
            Step::Vpc(s) => {
                self.w.begin(step);
                self.find(step, "/vpcs", "find_named", &format!("VPC {}", word(&s.thing.name)));
                let more = body::vpc_entries(&object, s);
                let body = body::named(&object, &s.thing.name, None, s.resource_group.as_ref(), more);
                self.create(step, &body, "/vpcs");
                self.made(step, &s.thing, Some(("wait_available", "/vpcs")));
            }
            Step::Prefix(s) => {
                self.w.begin(step);
                let path = format!("/vpcs/{}/address_prefixes", self.in_path(&s.vpc));
                let what = format!("'address prefix' {} cidr {}", word(&s.name), word(&s.cidr));
                self.find(step, &path, "find_named", &what);
                self.create(step, &body::prefix(&object, &s.name, &s.zone, &s.cidr), &path);
                self.found(step);
            }
            Step::Acl(s) => self.acl(step, s),
            Step::AclRule(s) => self.acl_rule(step, s),
            Step::Subnet(s) => {
                self.w.begin(step);
                let path = self.of_vpc("subnets", &s.vpc);
                let what = format!("subnet {} ipv4_cidr_block {}", word(&s.thing.name), word(&s.cidr));
                self.find(step, &path, "find_named", &what);
                let more = body::subnet_entries(&object, s);
                let body = body::named(&object, &s.thing.name, Some(&s.vpc), s.resource_group.as_ref(), more);
                self.create(step, &body, "/subnets");
                self.made(step, &s.thing, Some(("wait_available", "/subnets")));
            }
            Step::Group(s) => {
                self.w.begin(step);
                let path = self.of_vpc("security_groups", &s.vpc);
                self.find(step, &path, "find_named", &format!("'security group' {}", word(&s.thing.name)));
                let group = s.resource_group.as_ref();
                let body = body::named(&object, &s.thing.name, Some(&s.vpc), group, Vec::new());
                self.create(step, &body, "/security_groups");
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

    /// The id of a thing as part of a path or query. What an answer gave is one as it is.
    pub(super) fn in_path(&mut self, thing: &Ref) -> String {
        match &thing.known {
            Known::Id(id) if url::part(id) != *id => {
                self.w.used.push("uri");
                format!("$(uri {})", self.w.vars.id(thing))
            }
            Known::Id(_) | Known::Made | Known::Name => self.w.vars.value(thing),
        }
    }

    /// The path of what a VPC has.
    fn of_vpc(&mut self, collection: &str, vpc: &Ref) -> String {
        format!("/{collection}?vpc.id={}", self.in_path(vpc))
    }

    /// Lists, and picks from the list.
    pub(super) fn find(&mut self, step: &Step, path: &str, by: &'static str, what: &str) {
        self.w.used.extend(["list", by]);
        self.w.out.line(format!("list {}", in_quotes(path)));
        self.w.out.at(step.object().at(Field::Name), format!("{by} {what}"));
    }

    /// Makes the body of the next request.
    pub(super) fn body(&mut self, step: &Step, body: &Json) {
        let mut lines = Text::default();
        let things = body::program(&mut lines, body, &self.w.vars);
        let mut args: Vec<String> =
            things.iter().map(|t| format!("--arg {} {}", self.w.vars.name(t), self.w.vars.id(t))).collect();
        if matches!(step, Step::Tags(_)) {
            args.push("--arg CRN \"$CRN\"".to_owned());
        }
        self.body_of(step, lines, args);
    }

    /// The same of a body that is written already, with what jq puts into it.
    pub(super) fn body_of(&mut self, step: &Step, lines: Text, mut args: Vec<String>) {
        match self.bodies {
            Bodies::Files => {
                self.w.used.push("body");
                let name = shell::file(step);
                self.w.command(&format!("body {name}"), args);
                self.files.push((format!("bodies/{name}.jq"), lines.finish()));
            }
            Bodies::Here => {
                self.w.used.push("body_here");
                args.push("<<'JSON'".to_owned());
                self.w.command("body -n", args);
                self.w.out.append(lines);
                self.w.out.line("JSON");
            }
        }
    }

    /// Creates what was not found.
    pub(super) fn create(&mut self, step: &Step, body: &Json, path: &str) {
        self.body(step, body);
        if let Step::Gateway(s) = step {
            self.addresses_apart(s);
        }
        self.w.used.push("or_create");
        self.w.out.at(step.object().at(Field::Name), format!("or_create POST {}", in_quotes(path)));
    }

    /// Sees to new addresses of a new gateway that are there without it.
    fn addresses_apart(&mut self, s: &Gateway) {
        let args =
            s.new_ips().map(|(a, name)| format!("{} {}", self.w.vars.id(&a.subnet), word(name))).collect();
        self.w.call_with("addresses_apart", args);
    }

    /// Tells what was found or created.
    pub(super) fn found(&mut self, step: &Step) {
        self.w.used.push("made");
        self.w.out.line(format!("made {} \"$FOUND\"", word(&place(step))));
    }

    /// The same for what others refer to, once it is ready.
    pub(super) fn made(&mut self, step: &Step, thing: &Ref, wait: Option<(&'static str, &str)>) {
        self.w.keep(thing);
        let value = self.w.vars.value(thing);
        if let Some((wait, collection)) = wait {
            self.w.used.push(wait);
            self.w.out.line(format!("{wait} \"{collection}/{value}\""));
        }
        self.w.used.push("made");
        self.w.out.line(format!("made {} \"{value}\"", word(&place(step))));
    }

    fn look_up(&mut self, step: &Step, s: &LookUp) {
        let kind = s.thing.kind.name();
        if let Some(id) = s.id() {
            // What is referred to by its id need not be looked up, but for a resource group:
            // a wrong one is told by the account alone.
            if s.thing.kind == Kind::ResourceGroup {
                self.w.begin_look_up(step);
                self.w.used.extend(["list_groups", "need_listed"]);
                self.w.list_for_look_up("list_groups ''".to_owned());
                self.w.out.at(s.place.clone(), format!("need_listed '{kind}' {}", word(id)));
            }
            return;
        }
        self.w.begin_look_up(step);
        let within = s.within.as_ref().map(|w| self.in_path(w)).unwrap_or_default();
        let path = match s.thing.kind {
            Kind::ResourceGroup => String::new(),
            Kind::Vpc => "/vpcs".to_owned(),
            Kind::Acl => "/network_acls".to_owned(),
            Kind::AclRule => format!("/network_acls/{within}/rules"),
            Kind::Subnet => format!("/subnets?vpc.id={within}"),
            Kind::Group => format!("/security_groups?vpc.id={within}"),
            Kind::ReservedIp => format!("/subnets/{within}/reserved_ips"),
            Kind::Gateway => format!("/endpoint_gateways?vpc.id={within}"),
        };
        if s.thing.kind == Kind::ResourceGroup {
            self.w.used.push("list_groups");
            self.w.list_for_look_up(format!(
                "list_groups {}",
                word(&format!("name={}", url::part(&s.thing.name)))
            ));
        } else {
            self.w.used.push("list");
            self.w.list_for_look_up(format!("list {}", in_quotes(&path)));
        }
        self.w.need(s);
        self.w.keep(&s.thing);
        // What is taken over later may be imported with the id of what it is in. A
        // reserved IP is told with the gateway that gets it.
        if !matches!(s.thing.kind, Kind::ResourceGroup | Kind::ReservedIp) {
            self.found(step);
        }
    }

    fn rule(&mut self, step: &Step, s: &Rule) {
        self.w.begin(step);
        let path = format!("/security_groups/{}/rules", self.in_path(&s.group));
        let remote = match &s.remote {
            Remote::Address(text) | Remote::Block(text) => word(text),
            Remote::Group(group) => self.w.vars.id(group),
        };
        let ports = s.ports.as_ref().map(|(min, max)| format!(" {} {}", word(min), word(max)));
        let (way, traffic) =
            (direction(s.direction), protocol(s.protocol, &self.w.heading.targets, Tool::Api));
        let same = format!("{} {way} {traffic} {remote}{}", word(&s.name), ports.unwrap_or_default());
        self.find(step, &path, "find_rule", &same);
        self.create(step, &body::rule(&step.object(), s, &self.w.heading.targets), &path);
        self.found(step);
    }

    fn gateway(&mut self, step: &Step, s: &Gateway) {
        self.w.begin(step);
        let path = self.of_vpc("endpoint_gateways", &s.vpc);
        self.find(step, &path, "find_gateway", &format!("{} {}", word(&s.thing.name), word(&s.target)));
        self.create(step, &body::gateway(&step.object(), s, &self.w.heading.targets), "/endpoint_gateways");
        self.w.used.push("waiting");
        self.made(step, &s.thing, Some(("wait_gateway", "/endpoint_gateways")));
    }

    fn reserve(&mut self, step: &Step, s: &ForGateway) {
        let From::New { name, address, .. } = &s.address.from else { return };
        self.w.begin(step);
        let path = format!("/subnets/{}/reserved_ips", self.in_path(&s.address.subnet));
        let address = address.as_ref().map(|a| format!(" {}", word(a))).unwrap_or_default();
        let field = if address.is_empty() { Field::Zone } else { Field::Address };
        self.w.used.extend(["list", "find_address"]);
        self.w.out.at(step.object().at(Field::Subnet), format!("list {}", in_quotes(&path)));
        self.w.out.at(step.object().at(field), format!("find_address {}{address}", word(name)));
        self.create(step, &body::reserved_ip(s), &path);
        self.has(step, s);
    }

    /// Makes sure that the reserved IP that was found is the gateway's.
    fn has(&mut self, step: &Step, s: &ForGateway) {
        self.w.used.push("bind_ip");
        let (gateway, subnet) = (self.w.vars.id(&s.gateway), self.w.vars.id(&s.address.subnet));
        let line = format!("bind_ip {} {gateway} {subnet}", word(&place(step)));
        self.w.out.at(step.object().at(Field::Subnet), line);
    }

    /// A new address is bound where it is reserved; one that exists, here.
    fn bind(&mut self, step: &Step, s: &ForGateway) {
        let Some(ip) = s.address.existing() else { return };
        self.w.begin(step);
        let line = format!("FOUND={}", self.w.vars.id(ip));
        self.w.out.at(step.object().at(Field::ReservedIp), line);
        self.has(step, s);
    }

    fn tags(&mut self, step: &Step, s: &Tags) {
        self.w.begin(step);
        let gateway = self.in_path(&s.gateway);
        self.w.used.extend(["find_crn", "attach_tags"]);
        self.w.out.line(format!("find_crn \"/endpoint_gateways/{gateway}\""));
        self.body(step, &body::tags(&step.object(), s));
        let line = format!("attach_tags {}", s.kind.word());
        self.w.out.at(step.object().at(s.kind.field()), line);
    }
}

/// A path in double quotes where it holds a variable.
pub(super) fn in_quotes(path: &str) -> String {
    if path.contains('$') { format!("\"{path}\"") } else { path.to_owned() }
}
