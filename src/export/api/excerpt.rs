//! The calls of one gateway, for reading and for running by hand.

use super::body::{self, Json};
use super::change;
use super::url;
use crate::export::shell::{self, Vars, capital, command, word};
use crate::export::text::{Text, one_line};
use crate::export::{Heading, Line};
use crate::plan::{Key, Object};
use crate::steps::{
    self, Alter, Change, ForGateway, From, Gateway, Kind, Known, LookUp, Ref, ResourceBinding, Run, Scope,
    Step, Tags,
};

pub(in crate::export) fn excerpt(run: &Run, gateway: &Key, heading: &Heading) -> Vec<Line> {
    let run = steps::alone(run, &Object::Gateway(gateway.clone()));
    let mut excerpt = Excerpt { vars: Vars::of(&run), heading, out: Text::default(), number: 0, made: false };
    excerpt.begin(&run);
    for step in &run.steps {
        match step {
            Step::LookUp(s) => excerpt.look_up(s),
            Step::Gateway(s) => excerpt.gateway(step, s),
            Step::ReservedIp(s) => excerpt.reserve(step, s),
            Step::Binding(s) => excerpt.bind(step, s),
            Step::ResourceBinding(s) => excerpt.resource_binding(step, s),
            Step::Tags(s) => excerpt.tags(step, s),
            Step::Change(s) => excerpt.change(step, s),
            Step::Vpc(_)
            | Step::Prefix(_)
            | Step::Acl(_)
            | Step::AclRule(_)
            | Step::Subnet(_)
            | Step::Group(_)
            | Step::Rule(_)
            | Step::DnsBinding(_)
            | Step::Resolver(_)
            | Step::Policy(_)
            | Step::Adopt(_) => {}
        }
    }
    excerpt.out.finish()
}

struct Excerpt<'r> {
    vars: Vars<'r>,
    heading: &'r Heading,
    out: Text,
    number: usize,
    made: bool,
}

impl Excerpt<'_> {
    /// How calls are sent. The token is no argument of a command.
    fn begin(&mut self, run: &Run) {
        self.out.comment("IAM_TOKEN holds a token of the account.");
        if let Scope::Region { code, place } = &run.scope {
            let api = format!("https://{code}.iaas.cloud.ibm.com/v1");
            self.out.at(place.clone(), format!("API={}", word(&api)));
        }
        let version = format!("version={}&generation=2", url::part(&self.heading.targets.api));
        self.out.line(format!("VERSION={}", word(&version)));
        self.out.line("call() {");
        self.out.line("  curl --fail-with-body --silent --show-error --globoff \\");
        self.out
            .line("    --config <(printf 'header = \"Authorization: Bearer %s\"\\n' \"$IAM_TOKEN\") \"$@\"");
        self.out.line("}");
    }

    fn title(&mut self, step: &Step, title: &str) {
        self.number += 1;
        self.out.gap();
        self.out.comment(format!("{}. {title}", self.number));
        self.heading.mark(&mut self.out, &step.object());
    }

    /// An id as part of an address.
    fn in_url(&self, thing: &Ref) -> String {
        match &thing.known {
            Known::Id(id) => url::part(id),
            Known::Made | Known::Name => self.vars.value(thing),
        }
    }

    fn look_up(&mut self, s: &LookUp) {
        if s.id().is_some() {
            return;
        }
        let within = s.within.as_ref().map(|w| self.in_url(w)).unwrap_or_default();
        let (url, key) = match s.thing.kind {
            Kind::ResourceGroup => {
                ("https://resource-controller.cloud.ibm.com/v2/resource_groups".to_owned(), "resources")
            }
            Kind::Vpc => ("$API/vpcs?$VERSION&limit=100".to_owned(), "vpcs"),
            Kind::Acl => ("$API/network_acls?$VERSION&limit=100".to_owned(), "network_acls"),
            Kind::AclRule => (format!("$API/network_acls/{within}/rules?$VERSION&limit=100"), "rules"),
            Kind::Subnet => (format!("$API/subnets?$VERSION&vpc.id={within}"), "subnets"),
            Kind::Group => (format!("$API/security_groups?$VERSION&vpc.id={within}"), "security_groups"),
            Kind::ReservedIp => {
                (format!("$API/subnets/{within}/reserved_ips?$VERSION&limit=100"), "reserved_ips")
            }
            Kind::Gateway => {
                (format!("$API/endpoint_gateways?$VERSION&vpc.id={within}"), "endpoint_gateways")
            }
        };
        self.out.line(format!("{}=$(call \"{url}\" |", self.vars.name(&s.thing)));
        let name = word(&s.thing.name);
        let pick = format!("  jq -er --arg name {name} '.{key}[] | select(.name == $name).id')");
        self.out.at(s.place.clone(), pick);
    }

    /// A call with a body.
    fn send(&mut self, body: &Json, crn: bool, address: &str) {
        let mut lines = Text::default();
        let things = body::program(&mut lines, body, &self.vars);
        let mut args: Vec<String> =
            things.iter().map(|t| format!("--arg {} {}", self.vars.name(t), self.vars.id(t))).collect();
        if crn {
            args.push("--arg CRN \"$CRN\"".to_owned());
        }
        args.push("-f /dev/stdin <<'JSON' |".to_owned());
        command(&mut self.out, "jq -n", args);
        self.out.append(lines);
        self.out.line("JSON");
        self.out.line("  call --header 'Content-Type: application/json' --data-binary @- \\");
        self.out.line(format!("    \"{address}\""));
    }

    fn gateway(&mut self, step: &Step, s: &Gateway) {
        self.made = true;
        let title = if s.addresses.is_empty() {
            "Create the gateway"
        } else {
            "Create the gateway with its addresses"
        };
        self.title(step, title);
        for address in &s.addresses {
            self.heading.mark(&mut self.out, &address.object);
        }
        self.send(
            &body::gateway(&step.object(), s, &self.heading.targets),
            false,
            "$API/endpoint_gateways?$VERSION",
        );
    }

    /// New addresses come with a new gateway; one that exists gets them singly.
    fn reserve(&mut self, step: &Step, s: &ForGateway) {
        let From::New { .. } = &s.address.from else { return };
        if self.made {
            return;
        }
        self.title(step, &format!("Reserve an address in {} for the gateway", s.address.slot));
        let subnet = self.in_url(&s.address.subnet);
        self.send(&body::reserved_ip(s), false, &format!("$API/subnets/{subnet}/reserved_ips?$VERSION"));
    }

    fn bind(&mut self, step: &Step, s: &ForGateway) {
        let Some(ip) = s.address.existing().filter(|_| !self.made) else { return };
        self.title(step, &format!("Bind the address that exists in {}", s.address.slot));
        let (gateway, ip) = (self.in_url(&s.gateway), self.in_url(ip));
        self.out.line(format!("call --request PUT \"$API/endpoint_gateways/{gateway}/ips/{ip}?$VERSION\""));
    }

    fn change(&mut self, step: &Step, s: &Change) {
        self.title(step, &capital(&shell::change(s)));
        let gateway = self.in_url(&s.gateway);
        let call = match &s.alter {
            Alter::Name(_) | Alter::Dns { .. } => {
                let Some(body) = change::patch(s, &self.heading.targets) else { return };
                let mut lines = Text::default();
                body::program(&mut lines, &body, &self.vars);
                let to = format!("\"$API/endpoint_gateways/{gateway}?$VERSION\"");
                self.out
                    .line("call --request PATCH --header 'Content-Type: application/merge-patch+json' \\");
                self.out.line(format!("  --data-binary @- {to} <<'JSON'"));
                self.out.append(lines);
                return self.out.line("JSON");
            }
            Alter::Attach(group) => {
                format!("PUT \"$API/security_groups/{}/targets/{gateway}", self.in_url(group))
            }
            Alter::Detach(group) if group.id.is_empty() => {
                let group = one_line(group.label());
                return self.out.comment(format!("DELETE /security_groups/ID of {group}/targets/{gateway}"));
            }
            Alter::Detach(group) => {
                format!("DELETE \"$API/security_groups/{}/targets/{gateway}", url::part(&group.id))
            }
            Alter::Unbind(ip) if ip.id.is_empty() => {
                let ip = one_line(&ip.address);
                return self.out.comment(format!("DELETE /endpoint_gateways/{gateway}/ips/ID of {ip}"));
            }
            Alter::Unbind(ip) => {
                format!("DELETE \"$API/endpoint_gateways/{gateway}/ips/{}", url::part(&ip.id))
            }
        };
        self.out.at(s.place.clone(), format!("call --request {call}?$VERSION\""));
    }

    fn resource_binding(&mut self, step: &Step, s: &ResourceBinding) {
        self.title(step, &format!("Bind the resource {}", s.name));
        if s.gateway.known == Known::Made {
            let (vpc, name) = (self.in_url(&s.vpc), url::part(&s.gateway.name));
            self.out.line(format!(
                "{}=$(call \"$API/endpoint_gateways?$VERSION&vpc.id={vpc}&name={name}\" | jq -er '.endpoint_gateways[0].id')",
                self.vars.name(&s.gateway)
            ));
        }
        let path = format!("$API/endpoint_gateways/{}/resource_bindings?$VERSION", self.in_url(&s.gateway));
        self.send(&body::resource_binding(&step.object(), s), false, &path);
    }

    fn tags(&mut self, step: &Step, s: &Tags) {
        let kind = s.kind.word();
        self.title(step, &format!("Attach the {kind} tags"));
        let vpc = self.in_url(&s.vpc);
        let name = url::part(&s.gateway.name);
        self.out.line(format!(
            "CRN=$(call \"$API/endpoint_gateways?$VERSION&vpc.id={vpc}&name={name}\" | jq -er '.endpoint_gateways[0].crn')"
        ));
        let tags = "https://tags.global-search-tagging.cloud.ibm.com/v3/tags/attach";
        self.send(&body::tags(&step.object(), s), true, &format!("{tags}?tag_type={kind}"));
    }
}
