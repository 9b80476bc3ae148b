//! What VPCs and gateways share names by, in the script and beside a gateway's form.

use super::create::Spell;
use super::script::Script;
use crate::export::shell::{Arg, arg, word};
use crate::plan::{Field, Object};
use crate::steps::{Delegation, DnsBinding, Hub, ResourceBinding, Step};

impl Script<'_> {
    pub(super) fn dns_binding(&mut self, step: &Step, s: &DnsBinding) {
        self.w.begin(step);
        let (vpc, hub, name) = (self.w.vars.id(&s.vpc), self.hub(&s.hub), word(&s.name));
        let list = format!("is vpc-dns-resolution-bindings {vpc}");
        self.find(step, &list, "find_dns_binding", &format!("{name} {hub}"));
        let at = |field| step.object().at(field);
        let field = if matches!(s.hub, Hub::Vpc(_)) { Field::Hub } else { Field::HubCrn };
        let args = vec![
            arg(format!("--target-vpc {hub}"), at(field)),
            arg(format!("--name {name}"), at(Field::Name)),
        ];
        self.create(step, &format!("is vpc-dns-resolution-binding-create {vpc}"), args);
        self.w.used.push("wait_listed");
        self.w.out.line("wait_listed");
        self.found(step);
    }

    pub(super) fn resolver(&mut self, step: &Step, s: &Delegation) {
        self.w.begin(step);
        let (vpc, hub) = (self.w.vars.id(&s.vpc), self.hub(&s.hub));
        self.w.used.extend(["find_delegated", "delegate"]);
        self.w.out.line(format!("find_delegated {hub} is vpc {vpc}"));
        let place = Object::Vpc(s.vpc.key.clone()).at(Field::Resolver);
        self.w.out.at(place, format!("delegate {vpc} {hub}"));
    }

    pub(super) fn resource_binding(&mut self, step: &Step, s: &ResourceBinding) {
        self.w.begin(step);
        let (gateway, vpc) = (self.w.vars.id(&s.gateway), self.w.vars.id(&s.vpc));
        let list = format!("is endpoint-gateway-resource-bindings {gateway} --vpc {vpc}");
        self.find(step, &list, "find_resource_binding", &format!("{} {}", word(&s.name), word(&s.target)));
        let head = format!("is endpoint-gateway-resource-binding-create {gateway}");
        self.create(step, &head, resource_binding(s, Spell::Ids(&self.w.vars)));
        self.w.used.push("wait_listed");
        self.w.out.line("wait_listed");
        self.found(step);
    }

    fn hub(&self, hub: &Hub) -> String {
        match hub {
            Hub::Vpc(vpc) => self.w.vars.id(vpc),
            Hub::Crn(crn) => word(crn),
        }
    }
}

/// The flags of `endpoint-gateway-resource-binding-create`.
pub(super) fn resource_binding(s: &ResourceBinding, spell: Spell<'_>) -> Vec<Arg> {
    let at = |field| Object::ResourceBinding(s.key.clone()).at(field);
    vec![
        arg(format!("--vpc {}", spell.thing(&s.vpc)), None),
        arg(format!("--name {}", word(&s.name)), at(Field::Name)),
        arg(format!("--target {}", word(&s.target)), at(Field::Target)),
    ]
}
